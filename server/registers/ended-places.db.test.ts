import { brotliCompressSync, constants } from "node:zlib";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makePlace, makeService } from "@/db/factories";
import { countListedPlaces } from "@/db/queries/imports-registers";
import { encodePlaces, type PlaceTable, readPlaceTable } from "@/db/reference/place-table";
import { claims, placeIdentifiers } from "@/db/schema";
import { testDb } from "@/db/testing";
import { loadRegisters } from "@/server/starter/load-registers";
import { sourcesOfRegister } from "./edition-in-force";

const db = testDb();

/**
 * Every sixtieth place of the shipped table, and two that the tests name; hospitals and trusts of one edition. Of the few trusts
 * every twentieth, so that a table without one of them is not one that is cut.
 */
function packed(edition: string, change: (table: PlaceTable) => PlaceTable = (table) => table): Uint8Array {
  const table = readPlaceTable();
  const named = ["ods-site/RNN62", "ods/RRK"];
  const places = table.places.filter(({ key, register }, index) => {
    return index % (register === "nhs-trusts" ? 20 : 60) === 0 || named.includes(key);
  });
  const editions = { ...table.editions, hospitals: edition, "nhs-trusts": edition };
  return brotliCompressSync(encodePlaces(change({ ...table, places, editions })), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}
const entryOf = async (code: string) => {
  const [entry] = await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, code));
  return { to: entry?.validTo, isListed: entry?.isListed };
};
const hospitals = () => countListedPlaces(db, sourcesOfRegister("hospitals"));

/** What tables said against services. A row that a test made has no claims, so it does not show them. */
const doubts = () => db.select().from(claims).where(eq(claims.field, "may-have-ended"));

const gone = (edition: string) =>
  packed(edition, (table) => ({
    ...table,
    places: table.places.filter(({ key }) => key !== "ods-site/RNN62" && key !== "ods/RRK"),
    ended: [...table.ended, { register: "nhs-trusts", code: "RRK", day: "2026-07-31" }],
  }));

test("a later table that closes a trust and does not list a hospital: their codes say so, until a table lists them again", async () => {
  await loadRegisters(db, packed("2026-07"));
  const before = await hospitals();
  await loadRegisters(db, gone("2026-08"));
  expect(await entryOf("RNN62")).toEqual({ to: null, isListed: false });
  expect(await entryOf("RRK")).toEqual({ to: "2026-07-31", isListed: true });
  expect(await hospitals()).toBe(before - 1);
  // One that says the same says nothing new of them.
  const told = async () =>
    (await db.select().from(claims).where(eq(claims.field, "identifier"))).filter(({ value }) =>
      /RNN62|RRK/.test(JSON.stringify(value)),
    ).length;
  const claimed = await told();
  await loadRegisters(db, gone("2026-09"));
  expect(await told()).toBe(claimed);
  await loadRegisters(db, packed("2026-10"));
  expect(await entryOf("RNN62")).toEqual({ to: null, isListed: true });
  expect(await entryOf("RRK")).toEqual({ to: null, isListed: true });
  expect(await hospitals()).toBe(before);
});

test("a place under a new code, of the same name at the same postcode, is the same if this register listed it, and not gone", async () => {
  const renumbered = packed("2026-08", (table) => ({
    ...table,
    places: table.places.map((place) =>
      place.key === "ods-site/RNN62"
        ? {
            ...place,
            key: "ods-site/Z9Z62",
            identifiers: [{ scheme: "ods-site", code: "Z9Z62", from: null, to: null }],
          }
        : place,
    ),
  }));
  const placesOf = async (...codes: string[]) =>
    new Set(
      (await db.select().from(placeIdentifiers)).flatMap(({ code, placeId }) =>
        codes.includes(code) ? placeId : [],
      ),
    );
  await loadRegisters(db, packed("2026-07"));
  const [before] = await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, "RNN62"));
  await makeService(db, { placeId: before?.placeId });
  await loadRegisters(db, renumbered);
  // A code is an entry, not a place: what goes on under a new one has not ended.
  expect(await doubts()).toEqual([]);
  expect((await placesOf("RNN62", "Z9Z62")).size).toBe(1);
  expect(await entryOf("RNN62")).toEqual({ to: null, isListed: true });

  // A code that another source gave a place of that name says nothing: nobody looks at a table.
  const hospital = readPlaceTable().places.find(
    ({ register }, index) => register === "hospitals" && index % 60 === 1,
  );
  if (!hospital) throw new Error("the table has hospitals");
  const [{ code = "" } = {}] = hospital.identifiers;
  const twin = await makePlace(
    db,
    { name: hospital.name, kind: "hospital" },
    { odsCode: "X9X99", address: { postcode: hospital.address.postcode } },
  );
  const added = packed("2026-09", (table) => ({
    ...table,
    places: [...table.places, hospital],
  }));
  await loadRegisters(db, added);
  expect((await placesOf(code)).size).toBe(1);
  expect(await placesOf(code)).not.toContain(twin.id);
});

test("a table that is cut, or older than what is here, ends nothing", async () => {
  await loadRegisters(db, packed("2026-08"));
  const cut = packed("2026-09", (table) => ({
    ...table,
    places: table.places.filter(({ register }, index) => register !== "hospitals" || index % 2 === 0),
  }));
  const [held] = await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, "RNN62"));
  await makeService(db, { placeId: held?.placeId });
  await loadRegisters(db, cut);
  await loadRegisters(db, gone("2026-07"));
  expect(await doubts()).toEqual([]);
  expect(await hospitals()).toBeGreaterThan(0);
  const dropped = await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.isListed, false));
  expect(dropped).toEqual([]);
  expect(await entryOf("RRK")).toEqual({ to: null, isListed: true });
});
