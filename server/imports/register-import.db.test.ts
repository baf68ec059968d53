import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listPublicPaths } from "@/db/queries/sitemap";
import { placeIdentifiers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { approveImport } from "@/server/imports/approve-import";
import { loadImport } from "@/server/imports/load-import";
import { stageRegister } from "@/server/imports/stage-register";
import { submitImport } from "@/server/imports/submit-import";
import { importList, makeActor } from "@/server/imports/testing";
import { undoImport } from "@/server/imports/undo-import";

const db = testDb();

/** Lines of `epraccur`, 27 columns: code, name, address, postcode, opened, closed, status, setting. */
const entry = (code: string, name: string, postcode: string, closed = "") => {
  const cells = [code, name, "Y62", "QHM", "1 STREET", "CARLISLE", "", "", "", postcode, "20010401", closed];
  return [...cells, closed ? "C" : "A", ...Array.from({ length: 12 }, () => ""), "4", ""].join(",");
};
const fileOf = (...lines: string[]) => ({
  name: "epraccur.csv",
  bytes: (async function* () {
    yield Buffer.from(`${lines.join("\n")}\n`);
  })(),
});

it("a newer edition of a register is previewed, approved and undone like a list, and ends nothing", async () => {
  // A service at a practice that the edition lists as closed.
  const { admin, moderator } = await importList(
    db,
    "Place,Postcode,Register code,Kind of care,Provider,Kind of provider\nFusehill,CA1 2HE,A82020,GP,Some Health Ltd,company\n",
  );
  const register = { register: "gp-practices" as const, edition: "2026-10" };
  const lines = [
    entry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ"),
    entry("A82020", "FUSEHILL MEDICAL PRACTICE", "CA1 2HE", "20260930"),
  ];
  const bring = async () => {
    const { batchId } = await stageRegister(db, admin, register, fileOf(...lines));
    expect((await loadImport(db, admin, batchId)).counts).toMatchObject({
      new: 1,
      ended: 1,
      changed: 0,
      refused: 0,
    });
    await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
    const seen = { batchId, version: (await loadImport(db, admin, batchId)).version, rule: "all" };
    await approveImport(db, moderator, seen);
    return { batchId, version: (await loadImport(db, admin, batchId)).version };
  };
  const first = await bring();
  const paths = (await listPublicPaths(db)).map(({ path }) => path);
  expect(paths).toContainEqual(expect.stringMatching(/^\/places\/eastern-way/));
  expect(await db.select().from(services)).toMatchObject([
    { mayHaveEnded: "register-entry-ended", status: "operating" },
  ]);
  expect(await stageRegister(db, admin, register, fileOf(...lines))).toMatchObject({ isAgain: true });

  await undoImport(db, admin, first);
  expect(await db.select().from(services)).toMatchObject([{ mayHaveEnded: null }]);
  expect(await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, "A82019"))).toEqual([]);
  await bring();
  expect((await listPublicPaths(db)).map(({ path }) => path)).toEqual(paths);
});

it("a file that is no register is refused by row and column", async () => {
  const admin = await makeActor(db, "admin");
  const register = { register: "gp-practices" as const, edition: "2026-10" };
  await expect(stageRegister(db, admin, register, fileOf("a,b,c"))).rejects.toThrow(/row 1.*columns/);
});
