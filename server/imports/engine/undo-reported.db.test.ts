import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeReport } from "@/db/factories";
import { places, providers } from "@/db/schema/places";
import { reports } from "@/db/schema/reports";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, LIST, SOURCE, versionOf } from "@/server/imports/testing";
import { markDuplicate } from "@/server/reports/moves/mark-duplicate";
import { approveAsModerator, held, moderator, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
const CLINIC = "Botchergate Eye Clinic";
const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };

const undo = async ({ admin, batchId }: Awaited<ReturnType<typeof importList>>) =>
  undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
const namesOf = (kept: readonly { name: string }[]) => kept.map(({ name }) => name).sort();
async function placeOf(name: string) {
  const [place] = await db.select().from(places).where(eq(places.name, name));
  if (!place) throw new Error("the list made no such place");
  return place;
}
const published = {
  places: async () => (await db.select().from(places).where(eq(places.visibility, "published"))).length,
  services: () => db.select().from(services).where(eq(services.visibility, "published")),
};

/** Scans that somebody reported and a moderator approved, by a company that no list knows, unless told otherwise. */
const reportScans = (given: Parameters<typeof approveAsModerator>[1]) =>
  approveAsModerator(db, { category: "diagnostics-and-scans", ...given });

async function reportScansAtClinic() {
  const { id: placeId } = await placeOf(CLINIC);
  return reportScans({ placeId, placeName: CLINIC, postcode: "CA1 1QS" });
}

it("keeps the place of a service that a person reported there, and what the report says of it", async () => {
  const list = await importList(db, LIST);
  const { service } = await reportScansAtClinic();
  expect(namesOf((await undo(list)).kept)).toEqual([CLINIC]);
  expect(await published.services()).toMatchObject([
    { id: service.id, placeId: service.placeId, providerId: service.providerId },
  ]);
  expect(await published.places()).toBe(1);
});

it("keeps the provider that a person reported somewhere else", async () => {
  const list = await importList(db, LIST);
  const { service } = await reportScans({
    placeName: "Pier Scans",
    postcode: "",
    town: "Nowhere-on-Sea",
    providerName: "Sight Ltd",
  });
  expect(namesOf((await undo(list)).kept)).toEqual(["Sight Ltd"]);
  const provider = and(eq(providers.name, "Sight Ltd"), eq(providers.visibility, "published"));
  expect(await db.select().from(providers).where(provider)).toMatchObject([{ id: service.providerId }]);
});

it("keeps the entry that a person's report was found to be the same as, with its place and its provider", async () => {
  const list = await importList(db, LIST);
  const [imported] = await db.select().from(services).where(eq(services.category, "eye-care"));
  const actor = await moderator(db);
  const seen = await held(db, actor, { placeName: CLINIC });
  await markDuplicate(db, actor, { ...seen, reason: REASON, sameAs: imported?.slug ?? "" }, NOW);
  expect(namesOf((await undo(list)).kept)).toEqual([`Eye care at ${CLINIC}`, CLINIC, "Sight Ltd"].sort());
  expect(await published.services()).toMatchObject([{ id: imported?.id, startedOn: "2024-03-01" }]);
});

it("keeps the entry that a person's report was published as", async () => {
  const list = await importList(db, LIST);
  const [imported] = await db.select().from(services).where(eq(services.category, "eye-care"));
  const report = await makeReport(db, { state: "approved" });
  await db.update(reports).set({ publishedServiceId: imported?.id }).where(eq(reports.id, report.id));
  expect(namesOf((await undo(list)).kept)).toEqual([`Eye care at ${CLINIC}`, CLINIC, "Sight Ltd"].sort());
});

it("what a person and another list rely on stays, whichever list is undone first", async () => {
  const first = await importList(db, LIST);
  const { service } = await reportScansAtClinic();
  const scans = `Place,Town,Postcode,Kind of care,Provider,Kind of provider,Since
${CLINIC},Carlisle,CA1 1QS,physiotherapy,Sight Ltd,company,2025-01-02
`;
  const second = await importList(db, scans, later);
  await undo(first);
  await undo(second);
  expect(await published.services()).toMatchObject([{ id: service.id }]);
  expect(await placeOf(CLINIC)).toMatchObject({ visibility: "published" });
});
