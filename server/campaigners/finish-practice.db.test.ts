import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { auditEntries, campaigners } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { PRACTICE_CASES } from "@/domain/practice/practice-case";
import { finishPractice, hasPractised } from "@/server/campaigners/finish-practice";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { reviewReport } from "@/server/reports/moves/review-report";

const db = testDb();

async function newcomer(role: Role): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role, practisedAt: null });
  return { kind: "campaigner", id, role };
}
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
