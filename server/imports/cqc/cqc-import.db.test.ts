import { beforeEach, describe, expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { activeCsv, activeOds, apiJson, directoryCsv, type MadeUpLocation } from "@/ingest/cqc/testing-cqc";
import {
  afterTheWait,
  bringCqc,
  makeRegisterWorld,
  previewOf,
  type RegisterWorld,
  runsOf,
  stageCqc,
  tableCsv,
} from "@/server/imports/cqc/testing-cqc-imports";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { versionOf } from "@/server/imports/testing";

const db = testDb();
let world: RegisterWorld;
beforeEach(async () => {
  world = await makeRegisterWorld(db);
});

const CARE: MadeUpLocation = {
  id: "1-100",
  code: "Z99001",
  since: "2017-09-20",
  name: "Alder Surgery",
  providerId: "1-200",
  provider: "Alder Care Limited",
  company: "01234567",
};
const PARTNERS: MadeUpLocation = {
  id: "1-101",
  code: "Z99002",
  since: "2013-04-01",
  ownership: "Partnership",
  providerId: "1-201",
  provider: "Drs Xqalder and Xqbirch",
  person: "Dr Xqalder",
};
/** Of no practice that we have. */
const HOME: MadeUpLocation = {
  id: "1-300",
  code: "VLABC",
  since: "2011-01-01",
  provider: "A Home Ltd",
  providerId: "1-301",
};
const bringFirst = () => bringCqc(world, "2024-10-16", tableCsv([CARE, PARTNERS]));

describe("the regulator's register", () => {
  it("is previewed, published by a second person, audited, and undone as a whole", async () => {
    const batchId = await stageCqc(world, "2026-10-02", activeOds([CARE, PARTNERS, HOME]));
    expect(await loadImport(db, world.admin, batchId)).toMatchObject({
      title: "Care directory with filters (active locations), Care Quality Commission, 2026-10-02",
      state: "previewed",
      counts: { rows: 2, new: 2, changed: 0, refused: 0 },
      source: { publisher: "Care Quality Commission", publishedOn: "2026-10-02" },
      notes: ["registrations"],
    });
    expect(await previewOf(db, batchId)).toEqual([
      [
        "new",
        "Alder Surgery (Z99001)",
        "registration sets >Alder Care Limited, 20 September 2017",
        "new-provider: Alder Care Limited",
      ],
      ["new", "Birch Practice (Z99002)", "registration sets >a partnership, 1 April 2013"],
    ]);
    expect(await runsOf(db, "Z99001")).toEqual([]);
    await submitImport(db, world.admin, { batchId, version: await versionOf(db, batchId) });
    const own = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
    await expect(approveImport(db, world.admin, own)).rejects.toMatchObject({ reason: "own-import" });
    await expect(approveImport(db, world.moderator, own)).rejects.toMatchObject({ reason: "waits" });
    await approveImport(db, world.moderator, own, undefined, afterTheWait());
    expect(await runsOf(db, "Z99001")).toEqual([
      {
        who: "Alder Care Limited",
        since: "2017-09-20",
        confirmedOn: "2026-10-01",
        doubts: [],
        isLatest: true,
      },
    ]);
    expect(await runsOf(db, "Z99002")).toMatchObject([{ who: "partnership", since: "2013-04-01" }]);
    await undoImport(db, world.admin, { batchId, version: await versionOf(db, batchId) });
    expect(await runsOf(db, "Z99001")).toEqual([]);
    // The same file can come again.
    await bringCqc(world, "2026-10-02", activeOds([CARE, PARTNERS, HOME]));
    expect(await runsOf(db, "Z99001")).toHaveLength(1);
  });

  it("is read in every shape that it comes in, once each", async () => {
    for (const content of [activeCsv([CARE]), apiJson([CARE]), tableCsv([CARE])])
      expect(await previewOf(db, await stageCqc(world, "2026-10-02", content))).toHaveLength(1);
    const first = await stageCqc(world, "2026-10-02", activeCsv([CARE]));
    expect(await stageCqc(world, "2026-10-02", activeCsv([CARE]))).toBe(first);
  });

  it("is refused where none of it is of a practice we have, where its day is later than its date, and where rows cannot be read", async () => {
    await expect(stageCqc(world, "2026-10-02", activeCsv([HOME]))).rejects.toMatchObject({
      fields: { file: { code: "no-practices" } },
    });
    await expect(stageCqc(world, "2026-09", activeCsv([CARE]))).rejects.toMatchObject({
      fields: { published: { code: "edition-before-day", row: "2026-10-01" } },
    });
    const batchId = await stageCqc(world, "2026-10-02", activeCsv([CARE, { ...PARTNERS, since: "x" }]));
    expect((await previewOf(db, batchId)).at(-1)).toEqual([
      "refused",
      "7",
      "payment-row: 7: its start date “x” is no day",
    ]);
  });
});

describe("a newer edition", () => {
  beforeEach(bringFirst);

  it("confirms what it repeats on its own day, by code or by the number of the location, and is nothing new the second time", async () => {
    expect(await previewOf(db, await stageCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS])))).toEqual([
      [
        "changed",
        "Alder Surgery (Z99001)",
        "registration confirms Alder Care Limited, 20 September 2017>Alder Care Limited, 20 September 2017",
      ],
      [
        "changed",
        "Birch Practice (Z99002)",
        "registration confirms a partnership, 1 April 2013>a partnership, 1 April 2013",
      ],
    ]);
    await bringCqc(world, "2026-09-16", directoryCsv([CARE, PARTNERS]));
    expect(await runsOf(db, "Z99001")).toMatchObject([
      { since: "2017-09-20", confirmedOn: "2026-09-16", doubts: [] },
    ]);
    expect(await runsOf(db, "Z99002")).toMatchObject([{ who: "partnership", confirmedOn: "2026-09-16" }]);
    const again = await stageCqc(world, "2026-09-17", directoryCsv([CARE, PARTNERS]));
    expect((await loadImport(db, world.admin, again)).counts).toMatchObject({
      rows: 2,
      unchanged: 2,
      changed: 0,
    });
  });

  it("that lists all and has a registration no longer puts it in doubt, and a later one that has it lifts that", async () => {
    const batchId = await stageCqc(world, "2026-10-02", activeCsv([PARTNERS]));
    expect((await previewOf(db, batchId)).at(-1)).toEqual([
      "ended",
      "Alder Surgery (Z99001)",
      "registration-doubt sets >no-longer-registered",
      "registration-in-doubt: no-longer-registered",
    ]);
    await bringCqc(world, "2026-10-02", activeCsv([PARTNERS], "2 October 2026"));
    expect(await runsOf(db, "Z99001")).toMatchObject([
      { who: "Alder Care Limited", doubts: ["no-longer-registered"] },
    ]);
    await bringCqc(world, "2026-10-09", directoryCsv([CARE, PARTNERS], "9 October 2026"));
    expect(await runsOf(db, "Z99001")).toMatchObject([{ doubts: [], confirmedOn: "2026-10-09" }]);
  });

  it("an older one after it needs a reason, and adds nothing all the same", async () => {
    await bringCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS]));
    const other = {
      ...CARE,
      id: "1-150",
      since: "2020-01-01",
      providerId: "1-250",
      provider: "Other Care Limited",
    };
    await expect(stageCqc(world, "2025-01", tableCsv([other]), { because: "" })).rejects.toMatchObject({
      fields: { published: { code: "edition-older" } },
    });
    const batchId = await stageCqc(
      world,
      "2025-01",
      tableCsv([other, { ...other, code: "Z99003", id: "1-151" }]),
    );
    expect((await loadImport(db, world.admin, batchId)).counts).toMatchObject({ rows: 2, unchanged: 2 });
  });
});

it("no name and no number of a partnership or a person is stored with an import, its rows, its sources or its facts", async () => {
  const other = {
    ...PARTNERS,
    code: "Z99003",
    id: "1-103",
    ownership: "Individual",
    providerId: "1-7777777",
    provider: "Dr Xqcedar",
  };
  for (const [published, content] of [
    ["2026-10-02", activeCsv([CARE, PARTNERS, other])],
    ["2026-10-03", apiJson([PARTNERS, other], "2026-10-03")],
    ["2026-10-04", directoryCsv([CARE, PARTNERS, other], "4 October 2026")],
  ] as const) {
    const batchId = await bringCqc(world, published, content);
    const stored = JSON.stringify([
      await listRows(db, batchId),
      await loadImport(db, world.admin, batchId),
      await db.select().from(claims),
      await db.select().from(sources),
    ]);
    for (const secret of ["Xq", "1-7777777", "1-201"]) expect(stored).not.toContain(secret);
  }
});
