import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeArea, makeCampaigner, makePlace, makeService } from "@/db/factories";
import { pendingDrafts, reports } from "@/db/schema/reports";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import type { ChangeStep } from "@/domain/reports/change-steps";
import { sourceField } from "@/domain/reports/new-service-form";
import { keepChangeStep, keepChangeUnchecked } from "@/server/reports/moves/keep-change";
import { findKeptChange, findKeptDraft, keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { sendKept } from "@/server/reports/moves/send-kept";
import { submitReport } from "@/server/reports/moves/submit-report";
import { findChangePath } from "@/server/reports/pages/find-changed-entry";
import { loadMyReports } from "@/server/reports/pages/load-my-reports";
import { loadNewReport } from "@/server/reports/pages/load-new-report";

const db = testDb();
const NOW = new Date("2026-11-29T12:00:00Z");

async function written() {
  const service = await makeService(db, { name: "Eye care at Castle Clinic" });
  const form = {
    aboutType: "service",
    aboutId: service.id,
    question: "ended",
    on: "March 2026",
    [sourceField(0, "kind")]: "news",
    [sourceField(0, "title")]: "Clinic closes",
    [sourceField(0, "publisher")]: "Carlisle Gazette",
    [sourceField(0, "publishedOn")]: "2026-04",
    [sourceField(0, "says")]: "It closed in March.",
    licence: "accepted",
    role: "admin",
  };
  return { service, form, draftId: randomUUID() };
}

async function person(): Promise<CampaignerActor> {
  return { kind: "campaigner", id: (await makeCampaigner(db)).id, role: "campaigner" };
}

describe("what is written of an entry", () => {
  it("is kept of somebody who was signed out, found on its own page, and gone once it was sent", async () => {
    const { service, form, draftId } = await written();
    expect((await keepChangeStep(db, VISITOR, { draftId, step: "when", form }, NOW)).made).toBeNull();
    const kept = await findKeptChange(db, draftId, NOW);
    expect(kept).toMatchObject({ on: "March 2026", question: "ended" });
    expect(kept).not.toHaveProperty("role");
    expect(await findChangePath(db, draftId)).toBe(
      `/reports/change?service=${service.slug}&question=ended&kept=${draftId}`,
    );
    const actor = await person();
    const sent = { form: kept ?? {}, submissionKey: draftId, pendingDraftId: draftId };
    const { reportId } = await submitReport(db, actor, sent, NOW);
    expect(await db.$count(pendingDrafts)).toBe(0);
    // From a second tab, or pressed again.
    const again = await keepChangeStep(db, actor, { draftId, step: "when", form }, NOW);
    expect(again.made).toEqual({ reportId, isSent: true });
    expect(await db.$count(pendingDrafts)).toBe(0);
  });

  it("is no report of a new service, nor the other way round", async () => {
    const { form, draftId } = await written();
    await keepChangeUnchecked(db, VISITOR, { draftId, step: "when", form }, NOW);
    expect(await findKeptDraft(db, draftId, NOW)).toBeUndefined();
    const asked = { draft: draftId, place: "", provider: "", area: "", link: "", point: "", name: "" };
    expect(await loadNewReport(db, asked)).toMatchObject({ isKept: false, form: {} });
    const { draftId: other } = await keepPendingDraft(db, { form: { placeName: "Mill" } }, NOW);
    expect(await findKeptChange(db, other, NOW)).toBeUndefined();
  });

  it("stands under “My reports” with what it is about, complete or not", async () => {
    const { form, draftId } = await written();
    const actor = await person();
    const wrong = keepChangeStep(db, actor, { draftId, step: "when", form: { ...form, on: "1066" } }, NOW);
    await expect(wrong).rejects.toMatchObject({ fields: { on: "date-before-nhs" } });
    const { begun } = await loadMyReports(db, actor, NOW);
    expect(begun.map(({ title, draftId: id }) => [title, id])).toEqual([
      ["Ended: Eye care at Castle Clinic", draftId],
    ]);
    expect(begun[0]?.path).toContain(`kept=${draftId}`);
  });

  it("is not written over by another question, and needs an id and an entry", async () => {
    const { form, draftId } = await written();
    const step = "when";
    await keepChangeStep(db, VISITOR, { draftId, step, form }, NOW);
    await keepChangeUnchecked(
      db,
      VISITOR,
      { draftId, step: "source", form: { ...form, question: "still-there" } },
      NOW,
    );
    expect(await findKeptChange(db, draftId, NOW)).toMatchObject({ question: "ended" });
    await expect(keepChangeStep(db, VISITOR, { draftId: "1", step, form }, NOW)).rejects.toBeInstanceOf(
      NotAllowedError,
    );
    const about = keepChangeStep(db, VISITOR, { draftId: randomUUID(), step, form: {} }, NOW);
    await expect(about).rejects.toMatchObject({ fields: { note: "entry-gone" } });
  });

  it("is sent page by page: each keeps what the others said, and the last sends what is kept, once", async () => {
    const { form, draftId, service } = await written();
    const actor = await person();
    const about = { aboutType: "service", aboutId: service.id, question: "new-provider" };
    const at = (step: ChangeStep, said: Record<string, string>) =>
      keepChangeStep(db, actor, { draftId, step, form: { ...about, ...said } }, NOW);
    await expect(at("who", { providerName: "", intent: "find" })).rejects.toMatchObject({
      fields: { providerName: "provider-or-not-known" },
    });
    await expect(at("who", { providerName: "G" })).rejects.toMatchObject({
      fields: { providerName: "too-short" },
    });
    await at("who", { providerName: "Gaz", intent: "pick.Gazelle Health Ltd" });
    await at("when", { on: "April 2026" });
    const source = Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith("sources.")));
    const { form: kept } = await at("source", source);
    expect(kept).toMatchObject({ naming: "named", providerName: "Gazelle Health Ltd", on: "April 2026" });
    const unlicensed = sendKept(db, actor, { draftId, form: about }, NOW);
    await expect(unlicensed).rejects.toMatchObject({ fields: { licence: "licence" } });
    const other = { ...about, question: "ended", licence: "accepted" };
    await expect(sendKept(db, actor, { draftId, form: other }, NOW)).rejects.toBeInstanceOf(NotAllowedError);
    const licensed = { draftId, form: { ...about, licence: "accepted" } };
    const made = await sendKept(db, actor, licensed, NOW);
    expect(made).toMatchObject({ isSent: true });
    expect(await sendKept(db, actor, licensed, NOW)).toEqual(made);
    expect(await db.$count(reports)).toBe(1);
  });

  it("says by a button that nobody knows who runs it now, and takes that back", async () => {
    const { service, draftId } = await written();
    const about = { aboutType: "service", aboutId: service.id, question: "new-provider" };
    const who = (said: Record<string, string>) =>
      keepChangeStep(db, VISITOR, { draftId, step: "who", form: { ...about, ...said } }, NOW);
    expect((await who({ providerName: "", intent: "not-known" })).form).toMatchObject({
      naming: "not-named",
    });
    expect((await who({ providerName: "Gazelle", intent: "find" })).form).toMatchObject({ naming: "named" });
  });

  it("chooses a place that we have, and looks one up by its name or its postcode", async () => {
    const { service, draftId } = await written();
    const place = await makePlace(db, { name: "Gnu House" });
    const about = { aboutType: "service", aboutId: service.id, question: "moved" };
    const where = (said: Record<string, string>) =>
      keepChangeStep(db, VISITOR, { draftId, step: "where", form: { ...about, ...said } }, NOW);
    expect((await where({ intent: `pick.${place.id}` })).form).toMatchObject({
      placeId: place.id,
      placeName: "Gnu House",
    });
    expect((await where({ intent: "find", find: "Okapi House" })).form).toMatchObject({
      placeId: "",
      placeName: "Okapi House",
    });
    await expect(where({ intent: "find", find: "" })).rejects.toMatchObject({
      fields: { find: "find-what" },
    });
    await expect(where({ intent: `pick.${randomUUID()}` })).rejects.toMatchObject({
      fields: { find: "place-gone" },
    });
    await expect(where({ intent: "other", placeName: "Okapi House" })).rejects.toMatchObject({
      fields: { postcode: "postcode-or-town" },
    });
  });

  it("puts a pin, or names an area that is served, and each takes the place of what was said before", async () => {
    const { service, draftId } = await written();
    const board = await makeArea(db, { kind: "icb", nameEn: "Northern board" });
    const about = { aboutType: "service", aboutId: service.id, question: "moved" };
    const where = (said: Record<string, string>) =>
      keepChangeStep(db, VISITOR, { draftId, step: "where", form: { ...about, ...said } }, NOW);
    const pinned = { intent: "pinned", placeName: "Okapi Barn", town: "", postcode: "" };
    expect((await where({ ...pinned, point: "54.8951, -2.9382" })).form).toMatchObject({
      point: "54.8951, -2.9382",
      areaId: "",
    });
    await expect(where({ ...pinned, point: "" })).rejects.toMatchObject({ fields: { point: "point-shape" } });
    await expect(where({ ...pinned, point: "50.2001, -4.1427" })).rejects.toMatchObject({
      fields: { point: "point-sea" },
    });
    expect((await where({ intent: "serves", areaId: board.id })).form).toMatchObject({
      areaId: board.id,
      placeName: "Northern board",
      point: "",
    });
    await expect(where({ intent: "serves", areaId: "" })).rejects.toMatchObject({
      fields: { areaId: "choice" },
    });
    expect((await where({ intent: "find", find: "Okapi House" })).form).toMatchObject({
      areaId: "",
      point: "",
    });
  });

  it("finds the entry that it is the same as by its address, and no other", async () => {
    const { service, draftId } = await written();
    const other = await makeService(db, { name: "Eye care at Gnu House" });
    const about = { aboutType: "service", aboutId: service.id, question: "same-as" };
    const twin = (said: Record<string, string>) =>
      keepChangeStep(db, VISITOR, { draftId, step: "twin", form: { ...about, ...said } }, NOW);
    await expect(twin({ other: "" })).rejects.toMatchObject({ fields: { other: "other-needed" } });
    await expect(twin({ other: "no-such-entry" })).rejects.toMatchObject({
      fields: { other: "other-needed" },
    });
    await expect(twin({ other: service.slug })).rejects.toMatchObject({ fields: { other: "same-entry" } });
    expect((await twin({ intent: `pick.${other.slug}` })).form).toMatchObject({ other: other.slug });
  });
});
