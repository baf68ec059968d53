import { brotliCompressSync, constants } from "node:zlib";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeService } from "@/db/factories";
import { findNewSlug } from "@/db/queries/redirects";
import { listServicesAtPlace } from "@/db/queries/services";
import { encodePlaces, readPlaceTable } from "@/db/reference/place-table";
import { sameHospitals } from "@/db/reference/same-hospitals";
import {
  auditEntries,
  batches,
  claims,
  placeIdentifiers,
  places,
  recordVersions,
  services,
} from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { RegisterPlace } from "@/domain/places/register-place";
import { STARTER } from "@/server/starter/testing-shipped";
import { loadRegisters } from "./load-registers";

/** An installation that loaded the table of before the review, in which the register's two entries were two places. */
let own: FreshDatabase;
let db: Db;
let serviceId: string;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 120_000, filling: STARTER });
  db = own.db;
  await loadRegisters(db, packed(asTwo));
  const [twin] = await standing("O5V4D");
  serviceId = (await makeService(db, { placeId: twin?.id ?? "" })).id;
  expect(
    await loadRegisters(
      db,
      packed((place) => [place]),
    ),
  ).toBe(true);
}, 120_000);
afterAll(() => own.close());

const second = new Set(sameHospitals().map(({ also }) => also));

function packed(change: (place: RegisterPlace) => RegisterPlace[]): Uint8Array {
  const table = readPlaceTable();
  const joined = table.places.filter(({ identifiers }) => identifiers.some(({ code }) => second.has(code)));
  return brotliCompressSync(encodePlaces({ ...table, places: joined.flatMap(change), ended: [] }), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}

function asTwo(place: RegisterPlace): RegisterPlace[] {
  const of = (isSecond: boolean) => place.identifiers.filter(({ code }) => second.has(code) === isSecond);
  const [other] = of(true);
  if (!other) return [place];
  const twin = { ...place, key: `ods-site/${other.code}`, name: `${place.name} ${other.code}` };
  return [
    { ...place, identifiers: of(false) },
    { ...twin, identifiers: [other] },
  ];
}

function standing(code: string) {
  return db
    .select({ id: places.id, slug: places.slug, sourceKey: places.sourceKey, version: places.version })
    .from(places)
    .innerJoin(placeIdentifiers, eq(placeIdentifiers.placeId, places.id))
    .where(sql`${placeIdentifiers.code} = ${code} and ${places.visibility} = 'published'`);
}

const twinOf = (code: string) =>
  db
    .select()
    .from(places)
    .where(eq(places.sourceKey, `register/hospitals/ods-site/${code}`));

test("every pair of the review is one place with both codes, and the other entry leads to it", async () => {
  for (const { code, also, why } of sameHospitals()) {
    const [place, ...others] = await standing(also);
    expect([also, place?.sourceKey, others]).toEqual([also, `register/hospitals/ods-site/${code}`, []]);
    const [twin] = await twinOf(also);
    expect(twin).toMatchObject({ visibility: "merged", mergedInto: place?.id });
    expect(await findNewSlug(db, "place", twin?.slug ?? "")).toBe(place?.slug);
    const says = await db
      .select({ says: claims.says })
      .from(claims)
      .where(sql`${claims.recordId} = ${place?.id} and ${claims.value} ->> 'code' = ${also}`);
    expect(says).toEqual([{ says: `Has it under the code ${also} too. ${why}` }]);
  }
});

test("what runs at the other entry runs at the place, is doubted by nobody, and its own reference stands", async () => {
  const [place] = await standing("NT411");
  expect((await listServicesAtPlace(db, place?.id ?? "")).map(({ id }) => id)).toContain(serviceId);
  const [twin] = await twinOf("O5V4D");
  const [service] = await db.select().from(services).where(eq(services.id, serviceId));
  expect(service).toMatchObject({ placeId: twin?.id, mayHaveEnded: null });
});

test("what the row was is kept and the merge is in the audit; undone, it is not made again", async () => {
  const [twin] = await twinOf("O5V4D");
  const [before] = await db
    .select()
    .from(recordVersions)
    .where(eq(recordVersions.recordId, twin?.id ?? ""));
  expect(before?.snapshot).toMatchObject({ visibility: "published", mergedInto: null });
  const merged = await db
    .select()
    .from(auditEntries)
    .where(inArray(auditEntries.action, ["record.merged"]));
  expect(merged).toHaveLength(sameHospitals().length);

  await db
    .update(places)
    .set({ mergedInto: null, visibility: "published" })
    .where(eq(places.id, twin?.id ?? ""));
  await db.update(batches).set({ contentHash: sql`content_hash || 'of another edition'` });
  expect(
    await loadRegisters(
      db,
      packed((place) => [place]),
    ),
  ).toBe(true);
  expect((await twinOf("O5V4D"))[0]).toMatchObject({ visibility: "published", mergedInto: null });
});
