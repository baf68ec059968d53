import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { placeAddresses, places } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { loadImport } from "@/server/imports/engine/load-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, makeActor, SOURCE, stage } from "@/server/imports/testing";

const db = testDb();
const HEAD = "Place,Address,Town,Postcode,Latitude,Longitude,Register code,Kind of care,Provider\n";
const IN_TOWN = `${HEAD}SpaMedica Carlisle,,Carlisle,,,,NPG07,eye care,not named\n`;
const row = (where: string, code = "") => `${HEAD}SpaMedica Carlisle,${where},${code},eye care,not named\n`;
const source = (title: string, publishedOn: string) => ({ source: { ...SOURCE, title, publishedOn } });
const told = async (batchId: string) =>
  (await listRows(db, batchId)).map(({ outcome, plan, warnings }) => [
    outcome,
    ...(plan?.changes ?? []).flatMap(({ field, kind, from, to }) =>
      field === "address" ? [[kind, from, to].join("|")] : [],
    ),
    ...warnings.map(({ code, detail, nearest }) => [code, detail, ...(nearest ? [nearest] : [])].join(" ")),
  ]);
const shown = () =>
  db
    .select({
      lines: placeAddresses.lines,
      town: placeAddresses.town,
      postcode: placeAddresses.postcode,
      precision: placeAddresses.precision,
    })
    .from(places)
    .innerJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .where(and(eq(places.name, "SpaMedica Carlisle"), eq(places.visibility, "published")));
const TOWN = { lines: "", town: "Carlisle", postcode: "", precision: "town" };

it.each([
  ["told by its code", row(",,CA3 0LJ,,", "NPG07"), "2026-09"],
  ["told by its name in its town", row(",Carlisle,CA3 0LJ,,"), "2026-09"],
  ["told by its name, which has its town in it", row(",,CA3 0LJ,,"), "2026-09"],
  ["in a list older than what we hold", row(",Carlisle,CA3 0LJ,,"), "2024"],
])(
  "a place known to its town gets the exact address of a row: %s; undoing takes it back",
  async (_, csv, day) => {
    await importList(db, IN_TOWN, source("In the town", "2026-04"));
    const { batchId, admin } = await importList(db, csv, source("With addresses", day));
    expect((await told(batchId))[0]?.slice(0, 2)).toEqual([
      "changed",
      expect.stringMatching(/^changes\|Carlisle\|(Carlisle, )?CA3 0LJ$/),
    ]);
    expect(await shown()).toEqual([{ ...TOWN, postcode: "CA3 0LJ", precision: "postcode" }]);
    const again = await stage(db, admin, csv, source("Once more", day));
    expect((await told(again)).flat()).not.toContainEqual(expect.stringMatching(/\|/));
    await undoImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
    expect(await shown()).toEqual([TOWN]);
  },
);

it("another exact address than ours is pointed out, and ours stays", async () => {
  await importList(db, row("1 Road,Carlisle,CA3 0LJ,,", "NPG07"), source("First", "2026-04"));
  const before = await shown();
  const differs = "address-differs 1 Road, Carlisle, CA3 0LJ";
  const other = row(",,CA1 1QS,,", "NPG07");
  const { batchId, admin } = await importList(db, other, source("Other", "2026-09"));
  expect(await told(batchId)).toEqual([["changed", differs]]);
  // Also where the row says nothing that is new.
  const again = await stage(db, admin, other, source("Again", "2026-09"));
  expect(await told(again)).toEqual([["unchanged", differs]]);
  const far = await stage(db, admin, row(",,,54.95,-2.8", "NPG07"), source("Far", "2026-09"));
  expect(await told(far)).toEqual([["unchanged", differs]]);
  expect(await shown()).toEqual(before);
});

it("a postcode that does not exist is said of a place that its code tells, and not taken", async () => {
  await importList(db, IN_TOWN, source("In the town", "2026-04"));
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, row(",,CA9 9ZZ,,", "NPG07"), source("Wrong", "2026-09"));
  expect((await told(batchId))[0]).toContainEqual(
    expect.stringMatching(/^postcode-unknown-near CA9 9ZZ CA9 [A-Z0-9 ,]+$/),
  );
});

it("of a place that a list names twice, the exact address is taken", async () => {
  const csv = `${IN_TOWN}SpaMedica Carlisle,2 Road,Carlisle,CA3 0LJ,,,,hearing,not named\n`;
  await importList(db, csv);
  expect(await shown()).toEqual([{ ...TOWN, lines: "2 Road", postcode: "CA3 0LJ", precision: "postcode" }]);
});

it("a place of that name without a postcode, in another town, is pointed out", async () => {
  await importList(db, IN_TOWN, source("In the town", "2026-04"));
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, row(",Kendal,CA3 0LJ,,"), source("Another town", "2026-09"));
  expect(await told(batchId)).toEqual([["new", "place-look-town SpaMedica Carlisle, Carlisle"]]);
});
