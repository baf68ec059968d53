import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeCampaigner, makeService, makeSource } from "@/db/factories";
import { listRegistrations } from "@/db/queries/registrations";
import { placeRegistrations, providers } from "@/db/schema/places";
import { batches, claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { type RegisteredRun, registeredAnswerOf } from "@/domain/registrations/registered";
import type { Correction } from "@/domain/reports/change-proposals";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";
import { saveChange } from "@/server/reports/changes/save-change";
import { undoChange } from "@/server/reports/changes/undo-change";

const db = testDb();
const REASON = "The practice's own page says so.";

/** A practice that is registered to a company, or to one person, since 2013. */
async function begin(form: "organisation" | "individual") {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  const actor: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
  const [placeId, providerId] = [randomUUID(), randomUUID()];
  const register = await makeSource(db);
  const say = (field: ClaimField, value: unknown) => ({
    field,
    value,
    sourceId: register.id,
    confirmedOn: "2024-10-16",
    says: "Lists it.",
  });
  const holder = form === "organisation" ? { providerId } : {};
  const registration = { key: "1-1001", form, registeredOn: "2013-04-01", ...holder };
  const create = (slug: string) => ({ create: { slug, visibility: "published" as const } });
  const drafts: RecordDraft[] = [
    {
      recordType: "provider",
      recordId: providerId,
      ...create("mill-surgery-ltd"),
      claims: [say("name", "Mill Surgery Ltd"), say("legal-form", "company")],
    },
    {
      recordType: "place",
      recordId: placeId,
      ...create("mill-surgery"),
      claims: [say("name", "Mill Surgery"), say("kind", "gp-practice"), say("registration", registration)],
    },
  ];
  const subject = { type: "place" as const, id: placeId };
  await saveRecords(db, actor, drafts, { reason: REASON, action: "record.published", subject });
  const source = {
    kind: "provider-page" as const,
    title: "Who we are",
    publisher: "Mill Surgery",
    url: "https://mill.example/who",
    publishedOn: "2026-10-05",
    says: "Dr Zebra and Dr Gnu own the practice.",
  };
  const correct = (about: Pick<Correction, "recordType" | "recordId" | "field" | "proposed">) =>
    saveChange(db, actor, {
      proposal: { kind: "correction", v: 1, sources: [source], note: "", ...about },
      reportId: null,
      decidedOn: "2026-11-29",
      reason: REASON,
    });
  const undo = async (batchId: string) => {
    const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
    await undoChange(db, actor, { batchId, version, reason: "It was another practice." });
  };
  const answer = async () => registeredAnswerOf(await runs(placeId));
  return { placeId, providerId, correct, undo, answer };
}

const runs = async (placeId: string): Promise<readonly RegisteredRun[]> =>
  (await listRegistrations(db, [placeId])).get(placeId) ?? [];

const said = async (recordId: string, field: ClaimField) =>
  (
    await db
      .select()
      .from(claims)
      .where(and(eq(claims.recordId, recordId), eq(claims.field, field)))
  ).map(({ says }) => says);

test("on a named source a practice is run by its GPs, through a company they own, until that is taken back", async () => {
  const { providerId, correct, undo, answer } = await begin("organisation");
  expect((await answer())?.kind).toBe("not-checked");
  const about = { recordType: "provider" as const, recordId: providerId, field: "owner-class" as const };
  const { batchId } = await correct({ ...about, proposed: "gps-of-the-practice" });
  expect(await answer()).toMatchObject({ kind: "gps-of-the-practice", holder: "Mill Surgery Ltd" });
  await expect(correct({ ...about, proposed: "gps-of-the-practice" })).rejects.toMatchObject({
    fields: { proposed: "says-so-already" },
  });
  expect(await said(providerId, "owner-class")).toEqual([
    "Says that the GPs who work at the practice own most of it.",
  ]);
  await undo(batchId);
  expect((await answer())?.kind).toBe("not-checked");
});

test("whoever runs services here is corrected with them, not behind them", async () => {
  const { placeId, providerId, correct } = await begin("organisation");
  await makeService(db, { placeId, providerId, category: "gp-practice" });
  await expect(
    correct({ recordType: "provider", recordId: providerId, field: "owner-class", proposed: "nhs" }),
  ).rejects.toMatchObject({ fields: { proposed: "runs-services" } });
  const [row] = await db.select().from(providers).where(eq(providers.id, providerId));
  expect(row?.ownerClass).toBeNull();
});

test("a registration of another form by a source is a doubt, not an answer, and overwrites nothing", async () => {
  const { placeId, correct, undo, answer } = await begin("individual");
  expect(await answer()).toMatchObject({ kind: "individual", doubts: [] });
  const about = { recordType: "place" as const, recordId: placeId, field: "registration" as const };
  await expect(correct({ ...about, proposed: "individual" })).rejects.toMatchObject({
    fields: { proposed: "says-so-already" },
  });
  const { batchId } = await correct({ ...about, proposed: "partnership" });
  expect(await answer()).toMatchObject({
    kind: "doubt",
    form: "individual",
    doubts: ["other-form-reported"],
  });
  // Who the partners are is never said, whatever the source does.
  expect(await said(placeId, "registration-doubt")).toEqual([
    "Shows a partnership here, which is not what the register’s copy has.",
  ]);
  await undo(batchId);
  expect(await answer()).toMatchObject({ kind: "individual", doubts: [] });
  await db.delete(placeRegistrations).where(eq(placeRegistrations.placeId, placeId));
  await expect(correct({ ...about, proposed: "partnership" })).rejects.toMatchObject({
    fields: { proposed: "no-registration" },
  });
});
