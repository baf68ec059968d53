import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { placeAddresses, places, providers, services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { loadStarterData } from "@/server/starter/load-starter-data";

const db = testDb();
const actor = systemActor("rebuild");

const PROJECTED =
  "services places place_addresses place_identifiers address_areas providers commissioners contracts service_contracts service_areas record_versions audit_entries publications";

async function projectedRows() {
  const rows: Record<string, unknown> = {};
  for (const table of PROJECTED.split(" "))
    rows[table] = await db.execute(sql.raw(`select * from ${table} order by ${table}::text`));
  return rows;
}

test("a rebuild changes no column of the starter data, and puts right what was written past the claims", async () => {
  await loadStarterData(db);
  const before = await projectedRows();
  expect(await rebuildRecords(db, actor)).toEqual({ records: 42, changed: [] });
  expect(await projectedRows()).toEqual(before);

  // What is written past the claims is put right, and what stood there is kept.
  await db
    .update(services)
    .set({ status: "ended", endedOn: "2025" })
    .where(eq(services.slug, "prosthetics-at-carlisle-nhs-clinic"));
  await db.update(providers).set({ name: "Somebody else" }).where(eq(providers.slug, "ssp-health"));
  await db.update(placeAddresses).set({ lat: 51 }).where(eq(placeAddresses.postcode, "CA1 1EB"));
  await db.update(places).set({ kind: "other" }).where(eq(places.slug, "cumberland-infirmary"));
  const { changed } = await rebuildRecords(db, actor);
  expect(changed.map(({ type }) => type).sort()).toEqual(["place", "place", "provider", "service"]);
  const after = await projectedRows();
  const said = (rows: unknown) =>
    JSON.stringify(rows, (key, value) => (/^(version|id|address_id)$/.test(key) ? 0 : value));
  for (const table of ["services", "places", "place_addresses", "providers"])
    expect(sorted(said(after[table]))).toEqual(sorted(said(before[table])));
  expect(after.record_versions).toHaveLength(4);
}, 120_000);

const sorted = (json: string) => (JSON.parse(json) as unknown[]).map((row) => JSON.stringify(row)).sort();
