import { execFile } from "node:child_process";
import { gt } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries, auditPayloads } from "@/db/schema";
import { freshDatabase } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { headText } from "@/domain/audit/chain-state";
import { audit, verifyAudit } from "@/server/audit";
import { checkAudit } from "@/server/security/check-audit";

/** Runs the command as a person would, against a database of the test's own. */
function run(url: string, args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: url, SITE_URL: "" };
    execFile("node", ["node_modules/tsx/dist/cli.mjs", "scripts/audit.ts", ...args], { env }, (error, out) =>
      done({ code: error ? Number(error.code) : 0, out: out.trim() }),
    );
  });
}

it("sees a chain that was cut below the head that the server saw last, and below one that it is given", {
  timeout: 120_000,
}, async () => {
  const { url, db, ownerDb, close } = await freshDatabase();
  const cut = async (after: number) => {
    await ownerDb.delete(auditPayloads).where(gt(auditPayloads.number, after));
    await ownerDb.delete(auditEntries).where(gt(auditEntries.number, after));
  };
  try {
    for (const id of ["1", "2", "3"])
      await audit(db, systemActor("test"), "report.held", { type: "report", id });
    await checkAudit(db);
    const seen = headText((await verifyAudit(db)).head);
    await audit(db, systemActor("test"), "report.held", { type: "report", id: "4" });
    const later = headText((await verifyAudit(db)).head);
    expect(await run(url, ["verify"])).toMatchObject({ code: 0, out: expect.stringMatching(/^4 entries/) });
    await cut(3);
    expect((await run(url, ["verify"])).code).toBe(0);
    expect(await run(url, ["verify", later])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^Entry 4/),
    });
    await cut(2);
    const wrong = { code: 1, out: expect.stringMatching(/^Entry 3 does not hold: the chain was cut off/) };
    expect(await run(url, ["verify"])).toMatchObject(wrong);
    expect(await run(url, ["verify", seen])).toMatchObject(wrong);
  } finally {
    await close();
  }
});
