import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { services } from "@/db/schema/services";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { importCommand } from "./import";
import { runAsPerson, runHere } from "./testing-command";

let fresh: FreshDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await fresh.close();
});

const run = (...args: string[]) => runHere(importCommand, fresh.db, args);

it("shows the preview, hands it on, approves nothing, says that nothing is new, and undoes", async () => {
  await makeCampaigner(fresh.db, { email: "anna@example.org", role: "admin" });
  const bert = await makeCampaigner(fresh.db, { email: "bert@example.org", role: "moderator" });
  const file = join(folder, "list.csv");
  writeFileSync(
    file,
    "Place,Town,Kind of care,Provider,Colour\nNorth Clinic,Carlisle,MRI,not named,red\nSouth,,alchemy,X Ltd,blue\n",
  );
  const about = ["--source", "Who runs what", "--publisher", "The campaign", "--published", "2026-03"];
  const stage = (...more: string[]) =>
    run("campaign-list", file, "--as", "anna@example.org", ...about, ...more);

  const command = ["campaign-list", file, "--as", "anna@example.org", ...about, "--hand-on"];
  const staged = await runAsPerson("import", fresh.url, command);
  expect(staged.out).toContain("2 rows: 1 new, 0 changed, 0 may have ended, 0 unchanged, 1 refused");
  // Every reason of a refused row, and what of the file nothing is read from.
  expect(staged.out).toMatch(/^Row 3: .*“alchemy” is no kind of care/m);
  expect(staged.out).toMatch(/^Row 3: .*Say where it is/m);
  expect(staged.out).toContain("Columns that are not used: Colour.");
  const [, id = ""] = /^id (.*)$/m.exec(staged.out) ?? [];
  expect(staged.out).toContain(`Its page: /admin/imports/${id}`);
  expect(staged.out).toContain(`approves it at /admin/imports/${id}.`);
  expect((await stage()).out).toContain("is here already. Nothing was changed.");

  // Whoever runs the command could name anybody: it approves nothing.
  expect(await run("approve", id, "--as", "bert@example.org")).toMatchObject({
    code: 1,
    out: expect.stringContaining("Somebody else approves it, signed in"),
  });
  expect((await stage("--approve-as", "bert@example.org")).err).toContain("--approve-as");
  expect(await fresh.db.select().from(services)).toEqual([]);

  const moderator = { kind: "campaigner", id: bert.id, role: "moderator" } as const;
  const { version } = await loadImport(fresh.db, moderator, id);
  await approveImport(fresh.db, moderator, { batchId: id, version, rule: "all", warned: true });
  expect(await fresh.db.select().from(services)).toHaveLength(1);
  expect((await run("undo", id, "--as", "anna@example.org")).out).toContain("Undone: 2 records withdrawn");
});

it("says of an option that it is too short, not that it is missing", async () => {
  const file = join(folder, "short.csv");
  writeFileSync(file, "a,b\nc,d\n");
  const args = ["--as", "anna@example.org", "--source", "BM", "--publisher", "P", "--published", "2026"];
  const { err } = await run("campaign-list", file, ...args, "--title", "Ours");
  expect(err.split("\n").sort()).toEqual([
    "--publisher: This is too short. Write it in full.",
    "--source: This is too short. Write it in full.",
  ]);
});

it("says in a sentence what is wrong with a file", async () => {
  const file = join(folder, "cut.csv");
  writeFileSync(file, 'a,b\n"c,d\n');
  const args = ["--as", "anna@example.org", "--source", "List", "--publisher", "We", "--published", "2026"];
  expect(await run("campaign-list", file, ...args)).toEqual({
    code: 1,
    out: "",
    err: expect.stringMatching(/^file: Line \d: the file is cut off, or a quote is never closed/),
  });
});

it("brings a payments file, and tells what an extract of the waiting times lacks here", async () => {
  await makeCampaigner(fresh.db, { email: "cleo@example.org", role: "admin" });
  const file = join(folder, "payments.csv");
  writeFileSync(
    file,
    "Practice Code,Practice Name,Practice Postcode,Practice Close Date,Contract Type\nZ99001,A PRACTICE,CA1 2HE,,APMS\n",
  );
  const stage = (...more: string[]) => run(...more, "--as", "cleo@example.org");
  const payments = await stage("gp-payments", file, "--published", "2023-24", "--hand-on");
  expect(payments.out).toContain("NHS Payments to General Practice, England, 2023/24");
  expect(payments.out).toMatch(/0 new, \d+ changed, 0 may have ended, 0 unchanged, 1 refused/);
  expect((await stage("gp-payments", file, "--published", "2023")).err).toContain(
    "published: Give the financial year",
  );
  expect((await stage("waiting-times", file, "--published", "2026-05")).err).toContain(
    "file: There is no register of NHS trusts here yet",
  );
});
