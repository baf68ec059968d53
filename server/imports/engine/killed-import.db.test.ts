import { spawn } from "node:child_process";
import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches, claims, publications, recordVersions } from "@/db/schema/sources";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { importList, makeActor, SOURCE, stage } from "@/server/imports/testing";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ deadlineMs: 60_000 });
});
afterAll(() => fresh.close());

/** A real process that approves an import with our own use case and dies when all of it is written, but not committed. */
const APPROVER = `
  import { openDb } from "./db/client.ts";
  import { approveImport } from "./server/imports/engine/approve-import.ts";
  const [url, actor, seen] = process.argv.slice(-3);
  const { db } = openDb({ url, deadlineMs: 60_000, size: 1 });
  await approveImport(db, JSON.parse(actor), { ...JSON.parse(seen), rule: "all", warned: true }, (phase) => {
    if (phase === "written") process.kill(process.pid, "SIGKILL");
  });
`;

const listOf = (provider: string) =>
  `Place,Town,Kind of care,Provider,Kind of provider\n${Array.from({ length: 40 }, (_, n) => `Clinic ${n},Carlisle,MRI,${provider},company`).join("\n")}\n`;

it("an import that is killed while it writes leaves the old data whole, and can be approved again", {
  timeout: 180_000,
}, async () => {
  const { db } = fresh;
  await importList(db, listOf("not named"));
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
  const batchId = await stage(db, admin, listOf("Scanners plc"), later);
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  const { version } = await loadImport(db, moderator, batchId);
  const all = async () => ({
    services: await db.select().from(services).orderBy(services.id),
    batches: await db.select().from(batches).orderBy(batches.id),
    sizes: await Promise.all(
      [places, claims, recordVersions, publications, auditEntries].map((table) =>
        db.select({ n: count() }).from(table),
      ),
    ),
  });
  const before = await all();

  const args = [fresh.url, JSON.stringify(moderator), JSON.stringify({ batchId, version })];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", APPROVER, "--", ...args],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const signal = await new Promise((resolve) => child.on("exit", (_, how) => resolve(how)));
  expect([signal, complaint]).toEqual(["SIGKILL", ""]);
  expect(await all()).toEqual(before);

  // The dead process's transaction is gone, its locks with it.
  await approveImport(db, moderator, { batchId, version, rule: "all", warned: true });
  const named = (await db.select().from(services)).filter(({ providerId }) => providerId !== null);
  expect(named).toHaveLength(40);
});
