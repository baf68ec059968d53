import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeCampaigner, makeProposal, makeReport, makeService } from "@/db/factories";
import { findPublicationNumber } from "@/db/queries/publications";
import { findReport } from "@/db/queries/reports";
import { saveSetting } from "@/db/queries/settings";
import { mailOutbox } from "@/db/schema/campaigners";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { approveAsModerator, change, held, moderator, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();

describe("an approval that cannot be", () => {
  it("refuses a second entry for a service we have, until a moderator says it is another", async () => {
    const first = await approveAsModerator(db);
    const actor = await moderator(db);
    const seen = await held(db, actor, { placeName: "SpaMedica", postcode: "CA27HY" });
    const input = { ...seen, reason: REASON };
    await expect(approveReport(db, actor, input, NOW)).rejects.toMatchObject({ fields: { twins: "twin" } });
    const approved = await approveReport(db, actor, { ...input, notTheSameAs: [first.service.id] }, NOW);
    expect(approved.state).toBe("approved");
    expect(await db.$count(services)).toBe(2);
  });

  it("leaves nothing behind when a later step fails", async () => {
    const actor = await moderator(db);
    const seen = await held(db, actor);
    const before = await counts();
    // The mail is the last step: nothing before it may stand when it fails.
    const report = await findReport(db, seen.reportId);
    await db.execute(
      sql`update campaigners set email = 'not an address' where id = ${report?.authorId ?? ""}`,
    );
    await expect(approveReport(db, actor, { ...seen, reason: REASON }, NOW)).rejects.toThrow();
    expect(await counts()).toEqual(before);
    expect(await findReport(db, seen.reportId)).toEqual(report);
  });

  it.each([
    [
      "a postcode that does not exist, naming those that do",
      { postcode: "CA2 7ZZ" },
      [],
      { place: { code: "postcode-unknown-near", detail: expect.stringMatching(/^CA2 7[A-Z]{2}, /) } },
    ],
    ["a start in 1066", { startedOn: "1066" }, [], { "started-on": "date-before-nhs" }],
    ["a start to come", { startedOn: "2026-12" }, [], { "started-on": "start-not-yet" }],
    [
      "a source of tomorrow, in a report that waited",
      { sources: makeProposal({}).sources.map((one) => ({ ...one, publishedOn: "2026-11-22" })) },
      [],
      { sources: "source-date-wrong" },
    ],
    [
      "a start that a moderator wrote in",
      {},
      [change("started-on", { startedOn: "1947" })],
      { "started-on": "date-before-nhs" },
    ],
    [
      "a part that is asked about",
      {},
      [{ field: "status", verdict: "ask", comment: "Since when?", changedTo: null }],
      { status: "ask-is-request-changes" },
    ],
    [
      "a category that is left out",
      {},
      [{ field: "category", verdict: "refuse", comment: "", changedTo: null }],
      { category: "cannot-leave-out" },
    ],
    ["no source left", {}, [change("sources", { leaveOut: [0] })], { sources: "source-required" }],
  ] as [string, Partial<NewServiceProposal>, FieldDecision[], Record<string, string>][])(
    "is refused for %s",
    async (_, proposal, fields, errors) => {
      const error = await approveAsModerator(db, proposal, fields).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(InvalidInputError);
      expect(error).toMatchObject({ fields: errors });
      expect(await db.$count(services)).toBe(0);
    },
  );

  it("is refused without a reason that tells the author anything", async () => {
    const actor = await moderator(db);
    const seen = await held(db, actor);
    await expect(approveReport(db, actor, { ...seen, reason: "No." }, NOW)).rejects.toMatchObject({
      fields: { reason: "reason-needed" },
    });
  });

  it("is refused to whoever sent the report, an admin too", async () => {
    const { id } = await makeCampaigner(db, { role: "admin" });
    const report = await makeReport(db, {
      authorId: id,
      state: "in-review",
      heldBy: id,
      holdExpiresAt: new Date(NOW.getTime() + 60_000),
    });
    const seen = { reportId: report.id, version: 1, reason: REASON };
    const attempt = approveReport(db, { kind: "campaigner", id, role: "admin" }, seen, NOW);
    await expect(attempt).rejects.toBeInstanceOf(NotAllowedError);
    await expect(attempt).rejects.toMatchObject({ reason: "own-report" });
  });

  it("asks for two where the setting says so", async () => {
    await saveSetting(db, "moderation.two-people", ["new-provider-legal-form"]);
    const actor = await moderator(db);
    const sent = await approveReport(db, actor, { ...(await held(db, actor)), reason: REASON }, NOW);
    expect(sent).toMatchObject({ state: "awaiting-second", rules: ["new-provider-legal-form"] });
  });

  it("looks for twins before a second moderator is asked, who could only give it back", async () => {
    const first = await approveAsModerator(db);
    const actor = await moderator(db);
    const seen = await held(db, actor, { providerName: "Dr A. Example", providerKind: "" });
    const input = { ...seen, reason: REASON };
    await expect(approveReport(db, actor, input, NOW)).rejects.toMatchObject({ fields: { twins: "twin" } });
    expect(await findReport(db, seen.reportId)).toMatchObject({ state: "in-review", heldBy: actor.id });
    const sent = await approveReport(db, actor, { ...input, notTheSameAs: [first.service.id] }, NOW);
    expect(sent).toMatchObject({ state: "awaiting-second", rules: ["names-a-person"] });
    const confirming = { reportId: seen.reportId, version: sent.version, reason: REASON };
    await confirmReport(db, await moderator(db), confirming, NOW);
    expect(await findReport(db, seen.reportId)).toMatchObject({ state: "approved" });
  });

  it("looks for twins again when the second moderator confirms: one may be there since", async () => {
    const actor = await moderator(db);
    const person = { providerName: "Dr A. Example", providerKind: "" } as const;
    const seen = await held(db, actor, person);
    const sent = await approveReport(db, actor, { ...seen, reason: REASON }, NOW);
    expect(sent.state).toBe("awaiting-second");
    await approveAsModerator(db);
    const second = await moderator(db);
    const confirming = { reportId: seen.reportId, version: sent.version, reason: REASON };
    await expect(confirmReport(db, second, confirming, NOW)).rejects.toMatchObject({
      fields: { twins: "twin" },
    });
    expect(await findReport(db, seen.reportId)).toMatchObject({ state: "awaiting-second" });
    expect(await db.$count(services)).toBe(1);
  });

  it("does not take a service that ended for a twin", async () => {
    const known = await makeService(db, { category: "eye-care", status: "ended" });
    const { service } = await approveAsModerator(db);
    expect(service.id).not.toBe(known.id);
  });
});

async function counts() {
  return {
    services: await db.$count(services),
    places: await db.$count(places),
    providers: await db.$count(providers),
    sources: await db.$count(sources),
    claims: await db.$count(claims),
    mails: await db.$count(mailOutbox),
    publication: await findPublicationNumber(db),
  };
}
