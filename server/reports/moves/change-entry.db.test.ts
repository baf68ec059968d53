import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { listChanges } from "@/db/queries/claims-read";
import { findNewSlug } from "@/db/queries/redirects";
import { findReport } from "@/db/queries/reports";
import { listLines } from "@/db/queries/service-lines";
import { listServicesOfProviders } from "@/db/queries/services";
import { pendingDrafts } from "@/db/schema";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, VISITOR } from "@/domain/actor";
import { MODERATOR_CHANGED } from "@/domain/records/change-batch";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { beginChanges, CITED_IN_FORM } from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { changeEntry, keepEntryChange } from "@/server/reports/moves/change-entry";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { findChosenPlace, findPlacesTyped } from "@/server/reports/pages/find-choices";
import { loadEntryChange } from "@/server/reports/pages/load-entry-change";

const db = testDb();
const NOTE = "The register and the sign at the door both say so.";
const NOW = new Date("2026-11-29T12:00:00Z");
const wrong = (aboutType: string, aboutId: string, field: string, proposed: string): ReportFormValues => ({
  ...CITED_IN_FORM,
  aboutType,
  aboutId,
  question: "wrong",
  field,
  proposed,
  note: NOTE,
});
const sameAs = (aboutType: string, aboutId: string, other: string): ReportFormValues => ({
  aboutType,
  aboutId,
  question: "same-as",
  other,
  note: NOTE,
});

async function begin() {
  const begun = await beginChanges(db);
  const { actor } = begun;
  const keep = (form: ReportFormValues, as: AnyActor = actor) => keepEntryChange(db, as, form, NOW);
  const show = (draftId: string) => loadEntryChange(db, actor, draftId, NOW);
  const make = async (form: ReportFormValues) => {
    const draftId = await keep(form);
    const { version } = await show(draftId);
    return changeEntry(db, actor, { draftId, version }, NOW);
  };
  return { ...begun, keep, show, make };
}
const placeOf = async (id: string) => (await db.select().from(places).where(eq(places.id, id)))[0];
const providerOf = async (id: string) => (await db.select().from(providers).where(eq(providers.id, id)))[0];
const unversioned = (row: object | undefined) => ({ ...row, version: 0 });

describe("a moderator changes an entry without a report", () => {
  test("what it would do is shown first and changes nothing; then it is done, told and forgotten", async () => {
    const { world, actor, keep, show, serviceRow } = await begin();
    const before = await placeOf(world.ids.place);
    const draftId = await keep(wrong("place", world.ids.place, "name", "Zebra House"));
    const preview = await show(draftId);
    const [place] = preview.records;
    expect(preview.records).toHaveLength(1);
    expect(place).toMatchObject({ type: "place", name: "Zebra House", isNew: false });
    expect(place?.rows).toMatchObject([
      { before: { field: "name", value: "Zebra Clinic" }, after: { value: "Zebra House" }, isSame: false },
    ]);
    expect(preview).toMatchObject({
      rules: [],
      leadsTo: null,
      reason: NOTE,
      version: `${world.ids.place}:${before?.version}`,
    });
    expect(await placeOf(world.ids.place)).toEqual(before);
    expect(await db.select().from(batches)).toEqual([]);

    const seen = { draftId, version: preview.version };
    expect(await changeEntry(db, actor, seen, NOW)).toMatchObject({ state: "changed" });
    expect((await placeOf(world.ids.place))?.name).toBe("Zebra House");
    expect((await serviceRow(world.ids.service))?.name).toBe("Lenses in the north");
    expect((await listChanges(db, "place", [world.ids.place]))[0]?.reason).toBe(MODERATOR_CHANGED);
    expect(await db.select().from(pendingDrafts)).toEqual([]);
    await expect(changeEntry(db, actor, seen, NOW)).rejects.toThrow("change");
  });

  test("all that is missing is told at once, the reason among it", async () => {
    const { world, keep } = await begin();
    const form = { ...wrong("place", world.ids.place, "name", ""), note: "wrong" };
    await expect(keep(form)).rejects.toMatchObject({
      fields: { proposed: "required", note: "reason-needed" },
    });
    const right = { ...wrong("place", world.ids.place, "name", "Zebra House"), note: "wrong" };
    await expect(keep(right)).rejects.toMatchObject({ fields: { note: "reason-needed" } });
    await expect(keep(wrong("place", world.ids.place, "name", "Zebra Clinic"))).rejects.toMatchObject({
      fields: { proposed: "says-so-already" },
    });
  });

  test("an entry that changed since it was shown is not changed", async () => {
    const { world, actor, keep, show, make } = await begin();
    const draftId = await keep(wrong("place", world.ids.place, "name", "Zebra House"));
    const { version } = await show(draftId);
    await make(wrong("place", world.ids.place, "kind", "hospital"));
    await expect(changeEntry(db, actor, { draftId, version }, NOW)).rejects.toMatchObject({
      what: "entry-changed",
    });
  });

  test.each([
    ["the contract changed from another service’s page", "contract-ends-on"],
    ["the contract that is missing came from another service’s page", "contract"],
  ])("is refused where meanwhile %s", async (_, field) => {
    const { world, actor, keep, show, make } = await begin();
    const other = (
      await db
        .select()
        .from(services)
        .where(eq(services.slug, world.slugs.services[1] ?? ""))
    )[0];
    const reference = "2024/S 000-001234";
    const missing = (id: string) => ({ ...wrong("service", id, "contract", ""), noticeReference: reference });
    const ends = (id: string, lineId: string) => ({
      ...wrong("service", id, "contract-ends-on", "2030"),
      lineId,
    });
    const [own, theirs] = [world.ids.service, other?.id ?? ""];
    const isThere = field === "contract-ends-on";
    if (isThere) for (const id of [own, theirs]) await make(missing(id));
    const contractId = isThere
      ? ((await listLines(db, own)).find(({ kind }) => kind === "contract")?.id ?? "")
      : "";
    const draftId = await keep(isThere ? ends(own, contractId) : missing(own));
    const { version } = await show(draftId);
    await make(isThere ? { ...ends(theirs, contractId), proposed: "2029" } : missing(theirs));
    const late = changeEntry(db, actor, { draftId, version }, NOW);
    await expect(late).rejects.toMatchObject({ what: "entry-changed" });
    const seen = await show(draftId);
    expect(await changeEntry(db, actor, { draftId, version: seen.version }, NOW)).toMatchObject({
      state: "changed",
    });
  });

  test("is nobody's but a moderator's", async () => {
    const { world, author, keep } = await begin();
    const form = wrong("place", world.ids.place, "name", "Zebra House");
    await expect(keep(form, VISITOR)).rejects.toMatchObject({ reason: "sign-in" });
    await expect(keep(form, author)).rejects.toMatchObject({ reason: "not-moderator" });
  });

  test("where a rule asks for two people, another moderator's word is waited for", async () => {
    const { world, actor, make, serviceRow } = await begin();
    const before = await serviceRow(world.ids.service);
    const made = await make(wrong("service", world.ids.service, "provider", "Dr Okapi"));
    if (made.state !== "awaiting-second") throw new Error("done by one");
    expect(await serviceRow(world.ids.service)).toEqual(before);
    const report = await findReport(db, made.reportId);
    const seen = { reportId: made.reportId, version: report?.version ?? 0, reason: NOTE };
    await expect(confirmReport(db, actor, seen, NOW)).rejects.toMatchObject({ reason: "own-report" });
    const other: CampaignerActor = {
      kind: "campaigner",
      id: (await makeCampaigner(db, { role: "moderator" })).id,
      role: "moderator",
    };
    await confirmReport(db, other, seen, NOW);
    const after = await serviceRow(world.ids.service);
    expect((await providerOf(after?.providerId ?? ""))?.name).toBe("Dr Okapi");
  });
});

describe("two places or organisations that are one", () => {
  test("one leads to the other with all it runs, and is itself again once that is taken back", async () => {
    const { world, actor, make, keep, show } = await begin();
    const [other] = await db.select().from(providers).where(eq(providers.slug, "yak-care"));
    const form = sameAs("provider", world.ids.provider, "/providers/yak-care");
    expect(await show(await keep(form))).toMatchObject({
      leadsTo: "Yak Care",
      shown: { before: "published", after: "merged" },
    });
    const before = await providerOf(world.ids.provider);
    const made = await make(form);
    if (made.state !== "changed") throw new Error("waits");
    expect(await findNewSlug(db, "provider", "okapi-ltd")).toBe("yak-care");
    const run = await listServicesOfProviders(db, [other?.id ?? ""]);
    expect(run.map(({ slug }) => slug).sort()).toEqual(["lenses-in-the-north", "scans-in-the-north"]);
    await undoChange(db, actor, { batchId: made.batchId, version: 1, reason: NOTE });
    expect(unversioned(await providerOf(world.ids.provider))).toEqual(unversioned(before));
    expect(await listServicesOfProviders(db, [other?.id ?? ""])).toHaveLength(1);
  });

  test("one that stands for another leads nowhere, and none is its own twin", async () => {
    const { world, keep, make } = await begin();
    await make(sameAs("place", world.ids.place, "yak-house"));
    const [stands] = await db.select().from(places).where(eq(places.slug, "yak-house"));
    const [third] = await db
      .insert(places)
      .values({ slug: "gnu-house", name: "Gnu House", kind: "clinic", visibility: "published" })
      .returning();
    await expect(keep(sameAs("place", stands?.id ?? "", third?.slug ?? ""))).rejects.toMatchObject({
      fields: { other: "stands-for-others" },
    });
    await expect(keep(sameAs("place", stands?.id ?? "", "yak-house"))).rejects.toMatchObject({
      fields: { other: "same-entry" },
    });
    await expect(keep(sameAs("place", stands?.id ?? "", "nowhere"))).rejects.toMatchObject({
      fields: { other: "other-needed" },
    });
  });
});

describe("a service that moved to a place of ours", () => {
  test("the place is found by name or postcode and chosen; nothing of its address is typed", async () => {
    const { world, make, serviceRow, actor } = await begin();
    const { id: yak } = (await db.select().from(places).where(eq(places.slug, "yak-house")))[0] ?? { id: "" };
    const [found] = await findPlacesTyped(db, "CA2 7HY");
    expect(found).toMatchObject({ postcode: "CA2 7HY" });
    expect(await findChosenPlace(db, yak)).toMatchObject({ name: "Yak House" });
    const moved = {
      ...CITED_IN_FORM,
      aboutType: "service",
      aboutId: world.ids.service,
      question: "moved",
      note: NOTE,
    };
    const gone = { ...moved, placeId: crypto.randomUUID(), placeName: "Nowhere" };
    await expect(keepEntryChange(db, actor, gone, NOW)).rejects.toMatchObject({
      fields: { placeName: "place-gone" },
    });
    await make({ ...moved, placeId: yak, placeName: "Yak House" });
    expect((await serviceRow(world.ids.service))?.placeId).toBe(yak);
  });
});
