import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { findCoverage } from "@/db/queries/coverage";
import { listServices } from "@/db/queries/services";
import { readPlaceTable } from "@/db/reference/place-table";
import { areas, claims, placeAddresses, places } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { plainRegisterName } from "@/ingest/build/same-place";
import { SHIPPED } from "@/server/starter/testing-shipped";

/** Everything that the project ships, as a fresh start loads it. */
let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 240_000, filling: SHIPPED });
  db = own.db;
}, 240_000);
afterAll(() => own.close());

async function knownIn(slug: string) {
  const [nation] = await db
    .select({ id: areas.id })
    .from(areas)
    .where(and(eq(areas.kind, "nation"), eq(areas.slug, slug)));
  const kinds = await findCoverage(db, nation?.id ?? "", DEFAULT_DEFINITION);
  return Object.fromEntries(kinds.map(({ kind, known }) => [kind, known]));
}

test("the coverage of England and Wales comes to what the registers list, and to nothing that only the extract has", async () => {
  const table = readPlaceTable().places;
  const practices = table.filter(({ register }) => register === "gp-practices");
  const [english, welsh] = [
    practices.filter(({ healthBodyCode }) => healthBodyCode !== null).length,
    practices.filter(({ healthBodyCode }) => healthBodyCode === null).length,
  ];
  expect([english, welsh]).toEqual([6220, 398]);
  // A place is where its address is: Wye Valley Practice (W93019) is filed in Wales and stands in St Briavels, in England.
  // All hospitals but Spire Yale in Wrexham, and all centres, are in England.
  expect(await knownIn("england")).toEqual({
    "gp-practice": english + 1,
    hospital: table.filter(({ register }) => register === "hospitals").length - 1,
    "diagnostic-centre": table.filter(({ register }) => register === "diagnostic-centres").length,
  });
  expect(await knownIn("wales")).toEqual({ "gp-practice": welsh - 1, hospital: 1 });
  expect(await knownIn("scotland")).toEqual({});
});

test("a place whose operator a register gives is never not looked at, and an NHS hospital is not outsourced", async () => {
  const [nation] = await db
    .select({ id: areas.id })
    .from(areas)
    .where(and(eq(areas.kind, "nation"), eq(areas.slug, "england")));
  const found = await findCoverage(db, nation?.id ?? "", DEFAULT_DEFINITION);
  const hospitals = found.find(({ kind }) => kind === "hospital");
  expect(hospitals).toEqual({
    areaId: nation?.id,
    kind: "hospital",
    known: 1219,
    // Four stand under an entry of the NHS and one of others, and nobody has looked who runs them.
    checked: 1215,
    confirmed: expect.any(Number),
    ownersNotChecked: 0,
    listOn: "2020-11-01",
    outsourced: 160,
    nhsWithServices: 2,
    nhsNoneFound: 871,
  });
});

test("a practice is answered by who is registered there, on the day of the list; doubts and registrations of no type are not", async () => {
  const [nation] = await db
    .select({ id: areas.id })
    .from(areas)
    .where(and(eq(areas.kind, "nation"), eq(areas.slug, "england")));
  const found = await findCoverage(db, nation?.id ?? "", DEFAULT_DEFINITION);
  const practices = found.find(({ kind }) => kind === "gp-practice");
  // 6,151 have a registration; 144 of them are doubts, and 5 are of no given type. Of some of these somebody else knows.
  expect(practices?.checked).toBeGreaterThanOrEqual(6151 - 144 - 5);
  expect(practices?.checked).toBeLessThan(6151);
  expect(practices).toMatchObject({ known: 6221, listOn: "2024-10-16" });
  expect(practices?.confirmed).toBeLessThan(130);
  expect(practices?.ownersNotChecked).toBeGreaterThan(150);
});

test("of the thirteen centres of 2023, those whose name is on the list of October 2025 say so; each of the list's 170 says what it says", async () => {
  const announced = (await listServices(db)).filter(({ status }) => status === "planned");
  expect(announced).toHaveLength(13);
  const listed = announced.filter(({ listedCentreOn }) => listedCentreOn === "2025-10-01");
  expect(listed.map(({ place }) => place?.name).sort()).toEqual([
    "Lincoln CDC",
    "North Bristol CDC",
    "Skegness CDC",
    "South Birmingham CDC",
    "Stoke On Trent CDC",
    "Thurrock CDC",
    "Weston CDC",
  ]);
  const says = "Lists it as a community diagnostic centre. The list does not say who runs it.";
  const told = await db
    .selectDistinct({ id: claims.recordId })
    .from(claims)
    .where(and(eq(claims.field, "kind"), eq(claims.says, says)));
  expect(told).toHaveLength(170);
});

test("no two published hospitals share a postcode and a plain name, once the extract has renamed them", async () => {
  const rows = await db
    .select({ name: places.name, postcode: placeAddresses.postcode })
    .from(places)
    .innerJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .where(and(inArray(places.kind, ["hospital", "clinic"]), eq(places.visibility, "published")));
  const keys = rows
    .filter(({ postcode }) => postcode !== "")
    .map(({ name, postcode }) => `${postcode} ${plainRegisterName(name)}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
