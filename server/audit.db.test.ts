import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { makeClaim, makeProvider, makeReport } from "@/db/factories";
import { auditEntries, auditPayloads, claims, reportRevisions, reports } from "@/db/schema";
import { freshDatabase, testDb } from "@/db/testing";
import { type Actor, systemActor } from "@/domain/actor";
import { audit, auditAll, findAuditBreak, verifyAudit } from "@/server/audit";

const db = testDb();
const owner = testDb("owner");
const actor = systemActor("test");
const subject = { type: "report", id: "7" };
const FORBIDDEN = { code: "42501" };

async function writeThree(target: typeof db) {
  await audit(target, actor, "report.submitted", subject, { title: "First", nested: { b: 1, a: [1, null] } });
  await audit(target, actor, "report.held", subject);
  await audit(target, actor, "report.approved", subject, { reason: "Clear" });
}

test("the chain verifies, and an empty one does too", async () => {
  expect(await findAuditBreak(db)).toBeNull();
  await writeThree(db);
  expect(await findAuditBreak(db)).toBeNull();
  const rows = await db.select().from(auditEntries).orderBy(auditEntries.number);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(rows[2]?.previousHash).toBe(rows[1]?.hash);
});

test("several lines are links of the chain in their order, each with its own payload", async () => {
  await audit(db, actor, "report.held", subject);
  const last = await auditAll(db, actor, [
    { action: "report.drafted", subject },
    { action: "file.added", subject, payload: { files: ["a"] } },
    { action: "report.submitted", subject, payload: { to: "submitted" } },
  ]);
  const rows = await db.select().from(auditEntries).orderBy(auditEntries.number);
  expect(last).toBe(4);
  expect(rows.map(({ action }) => action)).toEqual([
    "report.held",
    "report.drafted",
    "file.added",
    "report.submitted",
  ]);
  const payloads = await db.select().from(auditPayloads).orderBy(auditPayloads.number);
  expect(payloads.map(({ payload }) => payload)).toEqual([{}, {}, { files: ["a"] }, { to: "submitted" }]);
  expect(await findAuditBreak(db)).toBeNull();
});

test.each([
  ["actor", { actorId: "somebody-else" }],
  ["role", { actorRole: "admin" }],
  ["action", { action: "report.rejected" as const }],
  ["subject", { subjectId: "8" }],
  ["time", { at: new Date("2020-01-01") }],
  ["payload's hash", { payloadHash: "0" }],
])("altering an entry's %s breaks it at that entry", async (_, altered) => {
  await writeThree(owner);
  await owner.update(auditEntries).set(altered).where(eq(auditEntries.number, 2));
  expect(await findAuditBreak(owner)).toBe(2);
});

test("an altered payload breaks the chain; a removed entry breaks it at the next", async () => {
  await writeThree(owner);
  await owner
    .update(auditPayloads)
    .set({ payload: { reason: "Other" } })
    .where(eq(auditPayloads.number, 3));
  expect(await findAuditBreak(owner)).toBe(3);
  await owner.delete(auditPayloads).where(eq(auditPayloads.number, 1));
  await owner.delete(auditEntries).where(eq(auditEntries.number, 1));
  expect(await findAuditBreak(owner)).toBe(2);
});

test("what was said and is gone is a fault, unless an erasure took it", async () => {
  const [report, other] = [await makeReport(owner), await makeReport(owner)];
  const author = { type: "campaigner", id: report.authorId };
  const by: Actor = { kind: "campaigner", id: report.authorId, role: "campaigner" };
  await audit(owner, by, "report.submitted", { type: "report", id: report.id }, { title: "First" });
  await audit(owner, by, "report.message", { type: "report", id: other.id }, { body: "Hello" });
  await audit(owner, actor, "campaigner.suspended", author, { because: "A test" });
  await audit(owner, actor, "record.withheld", { type: "service", id: report.authorId }, { reason: "Told." });
  const gone = async (number: number) => {
    await owner.delete(auditPayloads).where(eq(auditPayloads.number, number));
    return verifyAudit(owner);
  };
  for (const number of [3, 2, 1])
    expect(await gone(number)).toMatchObject({ faultAt: number, fault: "missing" });
  await owner.update(reports).set({ erasedAt: new Date() }).where(eq(reports.id, report.id));
  expect(await verifyAudit(owner)).toMatchObject({ faultAt: 2, fault: "missing" });
  await audit(owner, actor, "campaigner.erased", author);
  expect(await gone(5)).toMatchObject({ faultAt: null });
  // What an account's erasure does not reach, and what came after it.
  expect(await gone(4)).toMatchObject({ faultAt: 4, fault: "missing" });
});

test("what is said of an account after its erasure may not be gone", async () => {
  const { authorId } = await makeReport(owner);
  const author = { type: "campaigner", id: authorId };
  await audit(owner, actor, "campaigner.erased", author);
  await audit(owner, actor, "campaigner.suspended", author, { because: "A test" });
  await owner.delete(auditPayloads).where(eq(auditPayloads.number, 2));
  expect(await verifyAudit(owner)).toMatchObject({ faultAt: 2, fault: "missing" });
});

test("two writers at once make one chain", async () => {
  const own = await freshDatabase({ size: 6 });
  const write = () => inTransaction(own.db, (inner) => audit(inner, actor, "report.held", subject));
  const numbers = await Promise.all(Array.from({ length: 12 }, write));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(await findAuditBreak(own.db)).toBeNull();
  await own.close();
});

test("what rolls back leaves no entry and no gap", async () => {
  const failed = inTransaction(db, async (inner) => {
    await audit(inner, actor, "report.held", subject);
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await audit(db, actor, "report.held", subject)).toBe(1);
});

const forged = {
  number: 2,
  at: new Date(),
  actorId: "x",
  actorRole: "admin",
  action: "report.approved" as const,
  subjectType: "report",
  subjectId: "7",
  payloadHash: "0",
  previousHash: "",
  hash: "0",
};

test.each([
  ["number", { number: 5 }, "the next number is 4"],
  ["number that is taken", { number: 3 }, "the next number is 4"],
  ["link", { number: 4, previousHash: "0" }, "does not link"],
  ["hash", { number: 4 }, "is not that of what it says"],
  ["day in the future", { number: 4, at: new Date(Date.now() + 86_400_000) }, "the time of entry 4"],
])("the database refuses an entry with a wrong %s, from the owner too", async (_, wrong, words) => {
  for (const target of [db, owner]) {
    await inTransaction(target, async (inner) => {
      await writeThree(inner);
      const [last] = await inner.select().from(auditEntries).where(eq(auditEntries.number, 3));
      const entry = { ...forged, previousHash: last?.hash ?? "", ...wrong };
      await expect(
        inTransaction(inner, (innermost) => innermost.insert(auditEntries).values(entry)),
      ).rejects.toThrow(words);
      throw new Error("done");
    }).catch((error: Error) => expect(error.message).toBe("done"));
  }
});

test("the database hashes as we do, whatever is written", async () => {
  const text = fc.string({ unit: "grapheme" }).map((typed) => typed.replaceAll("\u0000", ""));
  await fc.assert(
    fc.asyncProperty(text, text, async (type, id) => {
      await expect(audit(db, actor, "report.held", { type, id })).resolves.toBeGreaterThan(0);
    }),
    { numRuns: 60, examples: [['\u0001\b\f\n\r\t\u001f\u007f"\\/', "\u2028é😀</script>"]] },
  );
  expect(await findAuditBreak(db)).toBeNull();
});

// The application may only add to history. Each try is a savepoint of its own, as a refusal ends a transaction.
test.each([
  ["change an audit entry", sql`update audit_entries set actor_id = 'x'`],
  ["remove an audit entry", sql`delete from audit_entries`],
  ["change what an entry said", sql`update audit_payloads set payload = '{}'`],
  ["remove what an entry said", sql`delete from audit_payloads`],
  ["empty the audit", sql`truncate audit_entries cascade`],
  ["change a claim", sql`update claims set value = '"x"'`],
  ["freshen a claim", sql`update claims set confirmed_on = '2026-01-01'`],
  ["remove a claim", sql`delete from claims`],
  ["change a submission", sql`update report_revisions set proposal = '{}'`],
  ["remove a submission", sql`delete from report_revisions`],
  ["change a decision", sql`update decisions set reason = ''`],
  ["remove a kept version", sql`delete from record_versions`],
])("the application cannot %s", async (_, statement) => {
  await expect(inTransaction(db, (inner) => inner.execute(statement))).rejects.toMatchObject(FORBIDDEN);
});

test("the application can add to history and say which claim replaces which", async () => {
  const record = { recordType: "provider" as const, recordId: (await makeProvider(db)).id };
  const [older, newer] = [await makeClaim(db, record), await makeClaim(db, record)];
  await db.update(claims).set({ supersededBy: newer.id }).where(eq(claims.id, older.id));
  const [row] = await db.select().from(claims).where(eq(claims.id, older.id));
  expect(row?.supersededBy).toBe(newer.id);
  await makeReport(db);
  expect(await db.select().from(reportRevisions)).toHaveLength(1);
});
