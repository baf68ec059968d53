import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCampaigner, makeService } from "@/db/factories";
import { pendingDrafts } from "@/db/schema/reports";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { sourceField } from "@/domain/reports/new-service-form";
import { keepChange } from "@/server/reports/moves/keep-change";
import { findKeptChange, findKeptDraft, keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
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
    expect(await keepChange(db, VISITOR, { draftId, form }, NOW)).toBeNull();
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
    expect(await keepChange(db, actor, { draftId, form }, NOW)).toEqual({ reportId, isSent: true });
    expect(await db.$count(pendingDrafts)).toBe(0);
  });

  it("is no report of a new service, nor the other way round", async () => {
    const { form, draftId } = await written();
    await keepChange(db, VISITOR, { draftId, form }, NOW);
    expect(await findKeptDraft(db, draftId, NOW)).toBeUndefined();
    const asked = { draft: draftId, place: "", provider: "", area: "", link: "", point: "", name: "" };
    expect(await loadNewReport(db, asked)).toMatchObject({ isKept: false, form: {} });
    const { draftId: other } = await keepPendingDraft(db, { form: { placeName: "Mill" } }, NOW);
    expect(await findKeptChange(db, other, NOW)).toBeUndefined();
  });

  it("stands under “My reports” with what it is about, complete or not", async () => {
    const { form, draftId } = await written();
    const actor = await person();
    await keepChange(db, actor, { draftId, form: { ...form, on: "1066" } }, NOW);
    const { begun } = await loadMyReports(db, actor, NOW);
    expect(begun.map(({ title, draftId: id }) => [title, id])).toEqual([
      ["Ended: Eye care at Castle Clinic", draftId],
    ]);
    expect(begun[0]?.path).toContain(`kept=${draftId}`);
  });

  it("is not written over by another question, and needs an id and an entry", async () => {
    const { form, draftId } = await written();
    await keepChange(db, VISITOR, { draftId, form }, NOW);
    await keepChange(db, VISITOR, { draftId, form: { ...form, question: "still-there" } }, NOW);
    expect(await findKeptChange(db, draftId, NOW)).toMatchObject({ question: "ended" });
    await expect(keepChange(db, VISITOR, { draftId: "1", form }, NOW)).rejects.toBeInstanceOf(
      NotAllowedError,
    );
    const about = keepChange(db, VISITOR, { draftId: randomUUID(), form: {} }, NOW);
    await expect(about).rejects.toMatchObject({ fields: { note: "entry-gone" } });
  });
});
