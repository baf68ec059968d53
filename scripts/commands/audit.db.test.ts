import { gt } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries, auditPayloads } from "@/db/schema";
import { freshDatabase } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { headText } from "@/domain/audit/chain-state";
import { audit, verifyAudit } from "@/server/audit";
import { checkAudit } from "@/server/security/check-audit";
import { auditCommand } from "./audit";
import { runAsPerson, runHere } from "./testing-command";

it("sees a chain that was cut below the head that the server saw last, and below one that it is given", {
  timeout: 120_000,
}, async () => {
  const { url, db, ownerDb, close } = await freshDatabase();
  const cut = async (after: number) => {
    await ownerDb.delete(auditPayloads).where(gt(auditPayloads.number, after));
    await ownerDb.delete(auditEntries).where(gt(auditEntries.number, after));
  };
  // What is asked under the lock of the chain goes in one go: only the connection of a transaction answers in turn.
  const hold = (id: string) =>
    db.transaction((tx) => audit(tx, systemActor("test"), "report.held", { type: "report", id }));
  const run = (...args: string[]) => runHere(auditCommand, db, args);
  try {
    for (const id of ["1", "2", "3"]) await hold(id);
    await checkAudit(db);
    const seen = headText((await verifyAudit(db)).head);
    await hold("4");
    const later = headText((await verifyAudit(db)).head);
    expect(await runAsPerson("audit", url, ["verify"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^4 entries/),
    });
    await cut(3);
    expect((await run("verify")).code).toBe(0);
    expect(await run("verify", later)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^Entry 4/),
    });
    await cut(2);
    const wrong = { code: 1, out: expect.stringMatching(/^Entry 3 does not hold: the chain was cut off/) };
    expect(await run("verify")).toMatchObject(wrong);
    expect(await run("verify", seen)).toMatchObject(wrong);
  } finally {
    await close();
  }
});
