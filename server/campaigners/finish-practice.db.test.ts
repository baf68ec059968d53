import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { auditEntries, campaigners } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { PRACTICE_CASES } from "@/domain/practice/practice-case";
import { finishPractice, hasPractised } from "@/server/campaigners/finish-practice";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { publishComment } from "@/server/complaints/publish-comment";
import { beginTakingBack } from "@/server/queue/run-bulk";
import { citeAgain, dropSource } from "@/server/records/drop-source";
import { restoreRecord } from "@/server/records/restore-record";
import { reviseSource } from "@/server/records/revise-source";
import { splitRecord } from "@/server/records/split-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { beginChanges, SENT } from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { reviewReport } from "@/server/reports/moves/review-report";

const db = testDb();

async function newcomer(role: Role): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role, practisedAt: null });
  return { kind: "campaigner", id, role };
}
const COMMENT = {
  comment: "We are owned by our staff.",
  document: "A letter",
  date: "2026-03-02",
  url: "",
  verified: "Called back on the listed number",
};
const refused = { reason: "practise-first" };

it.each(["moderator", "admin"] as const)(
  "a new %s takes no report before they have practised, and then does",
  async (role) => {
    const actor = await newcomer(role);
    const report = await makeReport(db);
    const seen = { reportId: report.id, version: report.version };
    await expect(holdReport(db, actor, seen)).rejects.toMatchObject(refused);
    await finishPractice(db, actor, PRACTICE_CASES);
    await finishPractice(db, actor, PRACTICE_CASES);
    expect((await holdReport(db, actor, seen)).version).toBeGreaterThan(report.version);
    const said = await db.select().from(auditEntries).where(eq(auditEntries.action, "campaigner.practised"));
    expect(said.map(({ subjectId }) => subjectId)).toEqual([actor.id]);
  },
);

it("a new reviewer reviews nothing before they have practised, and then does", async () => {
  const actor = await newcomer("trusted-campaigner");
  const report = await makeReport(db);
  const review = {
    reportId: report.id,
    revision: 1,
    verdict: "confirm",
    source: "The board",
    reason: "I have seen it myself.",
  } as const;
  await expect(reviewReport(db, actor, review)).rejects.toMatchObject(refused);
  await finishPractice(db, actor, PRACTICE_CASES);
  await reviewReport(db, actor, review);
});

it("nor do they change what is published; taking off the site and marking as disputed wait for nothing", async () => {
  const { world, save } = await beginChanges(db);
  const actor = await newcomer("moderator");
  const reason = "It was checked and is right";
  const of = (type: "service" | "place" | "provider" | "source") => ({ type, ref: world.refs[type], reason });
  const name = { recordType: "place", recordId: world.ids.place, field: "name", proposed: "Zebra" } as const;
  const { batchId } = await save({ ...SENT, ...name, kind: "correction" });
  const cited = { ...of("place"), sourceId: world.ids.source };
  const words = { title: "The eland story", publisher: "", url: "", publishedOn: "", quotes: {} };
  const comment = { ...COMMENT, ref: world.refs.provider };
  await withholdRecord(db, actor, of("provider"));
  await markDisputed(db, actor, { ...of("service"), field: "", says: "The provider says it is untrue." });
  for (const changing of [
    () => restoreRecord(db, actor, of("provider")),
    () => settleDispute(db, actor, of("service")),
    () => splitRecord(db, actor, of("place")),
    () => reviseSource(db, actor, { ...of("source"), ...words }),
    () => dropSource(db, actor, cited),
    () => citeAgain(db, actor, cited),
    () => publishComment(db, actor, comment),
    () => undoChange(db, actor, { batchId, version: 1, reason }),
    () => beginTakingBack(db, actor, { id: batchId, reason }),
  ])
    await expect(changing(), String(changing)).rejects.toMatchObject(refused);
  await finishPractice(db, actor, PRACTICE_CASES);
  await restoreRecord(db, actor, of("provider"));
});

it("a report is not handed to somebody who has not practised", async () => {
  const holder = await newcomer("moderator");
  await finishPractice(db, holder, PRACTICE_CASES);
  const other = await newcomer("moderator");
  const report = await makeReport(db);
  const { version } = await holdReport(db, holder, { reportId: report.id, version: report.version });
  const handed = { reportId: report.id, version, to: other.id.slice(-4), note: "You know it better" };
  await expect(passOn(db, holder, handed)).rejects.toMatchObject({ fields: { to: "moderator-needed" } });
});

it("one wrong answer of ten is told by itself, and nothing is passed", async () => {
  const actor = await newcomer("moderator");
  await expect(finishPractice(db, actor, { ...PRACTICE_CASES, twin: "approve" })).rejects.toMatchObject({
    fields: { twin: "missed-twin" },
  });
  expect(await hasPractised(db, actor)).toBe(false);
});

it("a campaigner has nothing to practise for", async () => {
  const actor = await newcomer("campaigner");
  await expect(finishPractice(db, actor, PRACTICE_CASES)).rejects.toMatchObject({ reason: "not-trusted" });
  const [row] = await db.select().from(campaigners).where(eq(campaigners.id, actor.id));
  expect(row?.practisedAt).toBeNull();
});
