import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { commissioners, placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { contracts, serviceAreas, serviceContracts, services } from "@/db/schema/services";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { PUBLIC_VISIBILITIES, type Visibility } from "@/domain/services/service";
import { loadImport } from "@/server/imports/engine/load-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, SOURCE } from "@/server/imports/testing";

// Of its own: in a transaction that is rolled back it would hold the audit's chain, and every other test would wait.
let fresh: FreshDatabase;
let db: Db;
beforeAll(async () => {
  fresh = await freshDatabase({ deadlineMs: 60_000 });
  db = fresh.db;
});
afterAll(() => fresh.close());

type Row = { visibility: Visibility; version: number };
const isPublic = ({ visibility }: Row) => (PUBLIC_VISIBILITIES as readonly Visibility[]).includes(visibility);

/** Every public row and the rows beside it, as a reader's page is made of; versions only ever rise. */
async function projected() {
  const rows = async (table: typeof services | typeof places) =>
    (await db.select().from(table).orderBy(table.id)).filter(isPublic).map(({ version: _, ...row }) => row);
  const shown = new Set((await db.select().from(places)).filter(isPublic).map(({ id }) => id));
  const running = new Set((await db.select().from(services)).filter(isPublic).map(({ id }) => id));
  const addresses = await db
    .select()
    .from(placeAddresses)
    .orderBy(placeAddresses.placeId, placeAddresses.key);
  return {
    services: await rows(services),
    places: await rows(places),
    providers: await rows(providers as unknown as typeof places),
    commissioners: await rows(commissioners as unknown as typeof places),
    contracts: await rows(contracts as unknown as typeof places),
    addresses: addresses.filter(({ placeId }) => shown.has(placeId)).map(({ id: _, ...address }) => address),
    identifiers: (await db.select().from(placeIdentifiers)).filter(({ placeId }) => shown.has(placeId)),
    areas: (await db.select().from(serviceAreas)).filter(({ serviceId }) => running.has(serviceId)),
    contractsOf: (
      await db
        .select()
        .from(serviceContracts)
        .orderBy(serviceContracts.serviceId, serviceContracts.contractId)
    ).filter(({ serviceId }) => running.has(serviceId)),
  };
}

const row = fc.record({
  place: fc.constantFrom(
    ...["Clinic,,CA1 1QS", "Clinic,Carlisle,CA2 7HY", "Clinic,Carlisle,"],
    ...["Hospital,,CA2 7HY", "Surgery,,CA1 2RW", "Surgery,Carlisle,"],
  ),
  care: fc.constantFrom("eye care", "MRI", "hearing"),
  provider: fc.constantFrom("Sight Ltd,company", "The Sight,company", "Scanners plc,not known", "not named,"),
  payer: fc.constantFrom("", "North Cumbria board", "NHS somebody"),
  contract: fc.constantFrom("", "apms", "nhs standard contract"),
  status: fc.constantFrom("", "operating", "planned", "ended"),
  since: fc.constantFrom("", "2023", "2024-05", "2024-05-06"),
  code: fc.constantFrom("", "", "A82019", "RNL01"),
});
const rows = fc.array(row, { minLength: 1, maxLength: 6 });
const day = fc.constantFrom("2024-02", "2025-06", "2026-08");

const csv = (list: readonly Record<string, string>[]) =>
  `Place,Town,Postcode,Kind of care,Provider,Kind of provider,Who pays,Contract,Status,Since,Register code\n${list
    .map((one) => Object.values(one).join(","))
    .join("\n")}\n`;

it("importing and undoing restores every row exactly, whatever was there and whatever came", {
  timeout: 180_000,
}, async () => {
  let number = 0;
  let undone = 0;
  /** Imports a list, if there is anything in it to import. */
  const bring = (list: readonly Record<string, string>[], publishedOn: string, isComplete: boolean) => {
    number += 1;
    const title = isComplete ? "The same list" : `List ${number}`;
    return importList(db, csv(list), { isComplete, source: { ...SOURCE, title, publishedOn } }).catch(
      (error: { fields?: object }) => {
        if (JSON.stringify(error.fields ?? {}).includes("nothing-to-do")) return null;
        throw error;
      },
    );
  };
  const property = fc.asyncProperty(rows, day, rows, day, fc.boolean(), async (a, dayA, b, dayB, whole) => {
    await bring(a, dayA, false);
    const before = await projected();
    const brought = await bring(b, dayB, whole);
    if (!brought) return;
    const { version } = await loadImport(db, brought.admin, brought.batchId);
    const { kept } = await undoImport(db, brought.admin, { batchId: brought.batchId, version });
    expect(kept).toEqual([]);
    expect(await projected()).toEqual(before);
    undone += 1;
  });
  await fc.assert(property, { numRuns: 16 });
  expect(undone).toBeGreaterThan(3);
});
