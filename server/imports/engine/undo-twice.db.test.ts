import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listPublicPaths } from "@/db/queries/sitemap";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { loadImport } from "@/server/imports/engine/load-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, SOURCE } from "@/server/imports/testing";

const db = testDb();

const FIRST = `Place,Town,Postcode,Kind of care,Provider,Kind of provider,Since
Newtown Clinic,Carlisle,CA2 7HY,MRI,Scanners plc,company,
`;
/** Another service at the place of the first list, and a fact of its service. */
const SECOND = `Place,Town,Postcode,Kind of care,Provider,Kind of provider,Since
Newtown Clinic,Carlisle,CA2 7HY,MRI,Scanners plc,company,2025-01-02
Newtown Clinic,Carlisle,CA2 7HY,eye care,Scanners plc,company,
`;
const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
type Imported = Awaited<ReturnType<typeof importList>>;

async function undo({ batchId, admin }: Imported) {
  const { version } = await loadImport(db, admin, batchId);
  return undoImport(db, admin, { batchId, version });
}
const paths = async () => (await listPublicPaths(db)).map(({ path }) => path).sort();

it("two lists that build on each other leave nothing, the newer undone first", async () => {
  const first = await importList(db, FIRST);
  const before = await paths();
  const second = await importList(db, SECOND, later);
  expect(await undo(second)).toMatchObject({ kept: [] });
  expect(await paths()).toEqual(before);
  expect(await undo(first)).toMatchObject({ kept: [] });
  expect(await paths()).toEqual([]);
});

it("two lists that build on each other leave nothing, the older undone first", async () => {
  const first = await importList(db, FIRST);
  const second = await importList(db, SECOND, later);
  const { kept } = await undo(first);
  expect(kept.map(({ recordType }) => recordType).sort()).toEqual(["place", "provider", "service"]);
  const [shown] = await db.select().from(services).where(eq(services.startedOn, "2025-01-02"));
  expect(shown).toMatchObject({ visibility: "published", category: "diagnostics-and-scans" });
  expect(await undo(second)).toMatchObject({ kept: [] });
  expect(await paths()).toEqual([]);
});

const TENURE = (provider: string, since: string) =>
  `Place,Postcode,Register code,Kind of care,Provider,Kind of provider,Since
Newtown,CA2 7HY,A82099,eye care,${provider},company,${since}
`;
/** Public tenures by their start: state, end, and the start of what follows. */
async function tenures() {
  const rows = await db.select().from(services).where(eq(services.visibility, "published"));
  const startOf = (id: string | null) => rows.find((row) => row.id === id)?.startedOn ?? null;
  return rows
    .map(({ startedOn, status, endedOn, successorId }) => [startedOn, status, endedOn, startOf(successorId)])
    .sort();
}

it("a takeover whose successor stays because another took over from it stays too, until that is undone", async () => {
  const before = await importList(db, TENURE("Sight Ltd", "2020-05"));
  const first = await importList(db, TENURE("Other Eyes Ltd", "2024-04"), {
    source: { ...SOURCE, title: "A takeover", publishedOn: "2026-04" },
  });
  const second = await importList(db, TENURE("Third Eyes Ltd", "2026-02"), later);
  const all = [
    ["2020-05", "ended", "2024-04", "2024-04"],
    ["2024-04", "ended", "2026-02", "2026-02"],
    ["2026-02", "operating", null, null],
  ];
  expect(await tenures()).toEqual(all);
  expect(await undo(first)).toMatchObject({ restored: 0 });
  expect(await tenures()).toEqual(all);
  await undo(second);
  expect(await tenures()).toEqual([["2020-05", "operating", null, null]]);
  await undo(before);
  expect(await paths()).toEqual([]);
});
