import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listPublicPaths } from "@/db/queries/sitemap";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { loadImport } from "@/server/imports/engine/load-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, SOURCE } from "@/server/imports/testing";
import { rebuildRecords } from "@/server/records/rebuild-records";

const db = testDb();
const HEAD = "Place,Postcode,Kind of care,Provider,Kind of provider,Since\n";
const ONE = "Omega One,CA1 1QS,eye care,Sight Ltd,company,\n";
const TWO = "Omega Two,CA2 7HY,hearing,Ears plc,company,\n";
const edition = (publishedOn: string) => ({ isComplete: true, source: { ...SOURCE, publishedOn } });
type Imported = Awaited<ReturnType<typeof importList>>;

async function undo({ batchId, admin }: Imported) {
  const { version } = await loadImport(db, admin, batchId);
  return undoImport(db, admin, { batchId, version });
}
const paths = async () => (await listPublicPaths(db)).map(({ path }) => path).sort();
const doubted = () =>
  db
    .select({ id: services.id, doubt: services.mayHaveEnded, visibility: services.visibility })
    .from(services)
    .where(eq(services.category, "hearing"));

it("a doubt alone builds on nothing: what it is about goes with its import, and the doubt says nothing more", async () => {
  const first = await importList(db, HEAD + ONE + TWO, edition("2026-03"));
  const second = await importList(db, HEAD + ONE, edition("2026-06"));
  expect(await doubted()).toMatchObject([{ doubt: "no-longer-listed", visibility: "published" }]);
  const { kept } = await undo(first);
  expect(kept.map(({ name }) => name)).not.toContain("Hearing at Omega Two");
  expect(await doubted()).toMatchObject([{ visibility: "withheld" }]);
  expect((await paths()).join()).not.toMatch(/omega-two|ears/);
  // Nothing can be made of the doubt alone, and nothing is tried.
  await rebuildRecords(db, first.admin);
  expect(await undo(second)).toMatchObject({ kept: [] });
  expect(await paths()).toEqual([]);
});

it("a record that stays for another reason stays with its doubt", async () => {
  const first = await importList(db, HEAD + ONE + TWO, edition("2026-03"));
  const other = { source: { ...SOURCE, title: "Another list", publishedOn: "2026-04" } };
  await importList(db, HEAD + TWO.replace("company,", "company,2024"), other);
  await importList(db, HEAD + ONE, edition("2026-06"));
  await undo(first);
  expect(await doubted()).toMatchObject([{ doubt: "no-longer-listed", visibility: "published" }]);
});
