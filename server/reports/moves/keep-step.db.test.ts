import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCampaigner, makePlace, makeProposal } from "@/db/factories";
import { findReport, findReportsOfAuthor, findRevisions } from "@/db/queries/reports";
import { pendingDrafts } from "@/db/schema/reports";
import { testDb } from "@/db/testing";
import { type AnyActor, VISITOR } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { formOf, type ReportFormValues } from "@/domain/reports/new-service-form";
import { REPORT_STEPS, type ReportStep, stepOfField } from "@/domain/reports/new-service-steps";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";
import { keepStep } from "@/server/reports/moves/keep-step";
import { sendKept } from "@/server/reports/moves/send-kept";

const db = testDb();
const NOW = new Date("2026-11-29T12:00:00Z");
const whole = formOf(makeProposal({ postcode: "" }));

async function person(): Promise<{ actor: AnyActor; id: string; email: string }> {
  const { id, email } = await makeCampaigner(db);
  return { actor: { kind: "campaigner", id, role: "campaigner" }, id, email: email ?? "" };
}

const save = (actor: AnyActor, draftId: unknown, step: ReportStep, form: ReportFormValues) =>
  keepStep(db, actor, { draftId, step, form }, NOW);
const send = (actor: AnyActor, draftId: unknown, form: ReportFormValues = { licence: "accepted" }) =>
  sendKept(db, actor, { draftId, form }, NOW);

/** Every page of a whole report, filled in in turn. */
async function fillIn(actor: AnyActor, form: ReportFormValues = whole): Promise<string> {
  const draftId = randomUUID();
  for (const step of REPORT_STEPS) {
    const own = Object.entries(form).filter(([field]) => stepOfField(field) === step && step !== "review");
    await save(actor, draftId, step, Object.fromEntries(own));
  }
  return draftId;
}

const refused = (fields: Record<string, unknown>) => ({ code: "invalid", fields });

describe("a page of a report", () => {
  it("is kept beside the others, whatever was wrong with it, and makes one draft however often it is sent", async () => {
    const draftId = randomUUID();
    const where = { placeName: "Warwick Road Surgery", town: "Carlisle" };
    for (let press = 0; press < 2; press += 1) await save(VISITOR, draftId, "where", where);
    const when = save(VISITOR, draftId, "when", { startedOn: "1066", status: "operating" });
    await expect(when).rejects.toMatchObject(refused({ startedOn: "date-before-nhs" }));
    expect(await findKeptDraft(db, draftId, NOW)).toMatchObject({ ...where, startedOn: "1066" });
    expect(await db.$count(pendingDrafts)).toBe(1);
  });

  it("keeps what another tab says on another page", async () => {
    const draftId = randomUUID();
    await save(VISITOR, draftId, "what", { category: "gp-practice" });
    const { form } = await save(VISITOR, draftId, "who", { intent: "find", providerName: "Example Care" });
    expect(form).toMatchObject({ category: "gp-practice", naming: "named", providerName: "Example Care" });
  });

  it.each([
    ["", "find-what"],
    ["W", "too-short"],
    ["CA2 7ZZ", { code: "postcode-unknown-near" }],
  ])("looks for %j and says why it cannot", async (find, problem) => {
    const looked = save(VISITOR, randomUUID(), "where", { intent: "find", find });
    await expect(looked).rejects.toMatchObject({ fields: { find: problem } });
  });

  it("takes a postcode for one, and a name for one", async () => {
    const draftId = randomUUID();
    const at = await save(VISITOR, draftId, "where", { intent: "find", find: "ca27hy" });
    expect(at.form).toMatchObject({ postcode: "CA2 7HY", placeName: "", placeId: "" });
    const called = await save(VISITOR, draftId, "where", { intent: "find", find: " Warwick Road " });
    expect(called.form).toMatchObject({ postcode: "", placeName: "Warwick Road" });
  });

  it("takes our name and address of a place that is chosen, and none that readers are not shown", async () => {
    const draftId = randomUUID();
    await save(VISITOR, draftId, "where", {
      intent: "other",
      placeName: "Other",
      town: "Carlisle",
      addressLines: "1 A",
    });
    const at = await makePlace(db, { name: "Yak House" });
    const { form } = await save(VISITOR, draftId, "where", { intent: `pick.${at.id}` });
    expect(form).toMatchObject({ placeId: at.id, placeName: "Yak House", addressLines: "" });
    const hidden = await makePlace(db, { visibility: "withheld" });
    for (const id of [hidden.id, "' or 1=1"])
      await expect(save(VISITOR, draftId, "where", { intent: `pick.${id}` })).rejects.toMatchObject(
        refused({ find: "place-gone" }),
      );
    const other = await save(VISITOR, draftId, "where", {
      intent: "other",
      placeName: "Other",
      town: "Carlisle",
    });
    expect(other.form).toMatchObject({ placeId: "", placeName: "Other" });
    // Another that is looked for is not where the one was that had been chosen.
    await save(VISITOR, draftId, "where", { intent: `pick.${at.id}` });
    const anew = await save(VISITOR, draftId, "where", { intent: "find", find: "Gnu House" });
    expect(anew.form).toMatchObject({ placeName: "Gnu House", town: "", postcode: "" });
  });

  it("takes an organisation that is chosen, and that none is named", async () => {
    const draftId = randomUUID();
    const who = async (intent: string, providerName = "Zebra") =>
      (await save(VISITOR, draftId, "who", { intent, providerName })).form;
    expect(await who("pick.Zebra Vision Ltd")).toMatchObject({
      naming: "named",
      providerName: "Zebra Vision Ltd",
    });
    expect(await who("not-named")).toMatchObject({ naming: "not-named" });
    await expect(who("find", "")).rejects.toMatchObject(refused({ providerName: "provider-or-not-named" }));
  });

  it("belongs to whoever is signed in, so that erasing their account finds it; an id that is none is refused", async () => {
    const { actor, email } = await person();
    await save(actor, randomUUID(), "what", { category: "gp-practice" });
    expect(await db.select({ forWhom: pendingDrafts.forWhom }).from(pendingDrafts)).toEqual([
      { forWhom: pseudonym(email) },
    ]);
    await expect(save(actor, "../x", "what", {})).rejects.toMatchObject({ reason: "draft-gone" });
  });
});

describe("the last page", () => {
  it("sends one report, from however many tabs, and every page leads to it afterwards", async () => {
    const { actor, id } = await person();
    const draftId = await fillIn(actor);
    const made = await send(actor, draftId);
    expect(await send(actor, draftId)).toEqual(made);
    expect(await save(actor, draftId, "when", { startedOn: "2020" })).toEqual({ form: null, made });
    expect(await findReportsOfAuthor(db, id, 10)).toMatchObject([{ id: made?.reportId, state: "submitted" }]);
    expect(await findRevisions(db, made?.reportId ?? "")).toMatchObject([
      { proposal: { placeName: whole.placeName, sources: [{ title: whole["sources.0.title"] }] } },
    ]);
    expect(await db.$count(pendingDrafts)).toBe(0);
  });

  it("asks for the licence once in an account's life", async () => {
    const { actor } = await person();
    await expect(send(actor, await fillIn(actor), {})).rejects.toMatchObject(refused({ licence: "licence" }));
    await send(actor, await fillIn(actor));
    expect(await send(actor, await fillIn(actor, { ...whole, note: "Another" }), {})).toMatchObject({
      isSent: true,
    });
  });

  it("lets a visitor complete it, and whoever signs in send it", async () => {
    const draftId = await fillIn(VISITOR);
    await expect(send(VISITOR, draftId, {})).rejects.toBeInstanceOf(InvalidInputError);
    expect(await send(VISITOR, draftId)).toBeNull();
    const { actor, id } = await person();
    const made = await send(actor, draftId, {});
    expect((await findReport(db, made?.reportId ?? ""))?.authorId).toBe(id);
    await expect(send(VISITOR, draftId)).rejects.toMatchObject({ reason: "draft-gone" });
  });

  it("names what another page left open, and saves it as a draft all the same", async () => {
    const { actor } = await person();
    const draftId = randomUUID();
    await save(actor, draftId, "where", { placeName: "Clinic", town: "Carlisle" });
    await expect(send(actor, draftId)).rejects.toMatchObject({ fields: { category: "choice" } });
    const made = await send(actor, draftId, { intent: "save" });
    expect(made).toMatchObject({ isSent: false });
    expect(await findReport(db, made?.reportId ?? "")).toMatchObject({
      state: "draft",
      draft: { placeName: "Clinic" },
    });
    expect(await send(actor, draftId)).toEqual(made);
  });
});

it("a place that was suggested is chosen by the name in its address, and what is none is said", async () => {
  const place = await makePlace(db, { name: "Castle Clinic" });
  const { form } = await save(VISITOR, randomUUID(), "where", { intent: `pick.${place.slug}` });
  expect(form).toMatchObject({ placeId: place.id, placeName: "Castle Clinic" });
  const gone = save(VISITOR, randomUUID(), "where", { intent: "pick.no-such-place" });
  await expect(gone).rejects.toMatchObject(refused({ find: "place-gone" }));
});
