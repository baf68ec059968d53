import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { listPublicPaths } from "@/db/queries/sitemap";
import { placeIdentifiers, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import {
  approveEdition,
  bringEdition,
  odsEntry,
  registerFile,
} from "@/server/imports/registers/testing-register";
import { importList, makeActor } from "@/server/imports/testing";

const db = testDb();

it("a newer edition of a register is previewed, approved and undone like a list, and ends nothing", async () => {
  // A service at a practice that the edition lists as closed.
  const { admin, moderator } = await importList(
    db,
    "Place,Postcode,Register code,Kind of care,Provider,Kind of provider\nFusehill,CA1 2HE,A82020,GP,Some Health Ltd,company\n",
  );
  const register = { register: "gp-practices" as const, edition: "2026-10" };
  const lines = [
    odsEntry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ"),
    odsEntry("A82020", "FUSEHILL MEDICAL PRACTICE", "CA1 2HE", { closed: "20260930" }),
  ];
  const bring = async () => {
    const { batchId } = await stageEdition(db, admin, register, registerFile(...lines));
    expect((await loadImport(db, admin, batchId)).counts).toMatchObject({
      new: 1,
      // The service, and the place whose entry ended.
      ended: 2,
      delisted: 1,
      changed: 0,
      refused: 0,
    });
    await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
    const seen = {
      batchId,
      version: (await loadImport(db, admin, batchId)).version,
      rule: "all",
      warned: true,
    };
    await approveImport(db, moderator, seen);
    return { batchId, version: (await loadImport(db, admin, batchId)).version };
  };
  const first = await bring();
  const paths = (await listPublicPaths(db)).map(({ path }) => path);
  expect(paths).toContainEqual(expect.stringMatching(/^\/places\/eastern-way/));
  expect(await db.select().from(services)).toMatchObject([
    { mayHaveEnded: "register-entry-ended", status: "operating" },
  ]);
  expect(await stageEdition(db, admin, register, registerFile(...lines))).toMatchObject({ isAgain: true });

  await undoImport(db, admin, first);
  expect(await db.select().from(services)).toMatchObject([{ mayHaveEnded: null }]);
  expect(await db.select().from(placeIdentifiers).where(eq(placeIdentifiers.code, "A82019"))).toEqual([]);
  await bring();
  expect((await listPublicPaths(db)).map(({ path }) => path)).toEqual(paths);
});

it("a file that is no register is refused by row and column", async () => {
  const admin = await makeActor(db, "admin");
  const register = { register: "gp-practices", edition: "2026-10" };
  await expect(stageEdition(db, admin, register, registerFile("a,b,c"))).rejects.toMatchObject({
    fields: { file: { code: "register-layout", row: "1", detail: "3 columns, not 27" } },
  });
  await expect(stageEdition(db, admin, register, registerFile("a\u0000"))).rejects.toMatchObject({
    fields: { file: { code: "not-a-table", row: "", detail: "" } },
  });
  // The file of trusts has the columns of practices, and no practice; the one of hospitals has headings.
  const trusts = odsEntry("RNN", "SOME NHS TRUST", "CA2 7HY").replace(",4,", ",,");
  await expect(stageEdition(db, admin, register, registerFile(trusts))).rejects.toMatchObject({
    fields: {
      file: {
        code: "register-mismatch",
        row: expect.stringMatching(/practices/i),
        detail: expect.stringMatching(/^none of its rows/i),
      },
    },
  });
  const hospitals = { register: "hospitals", edition: "2026-10" };
  await expect(stageEdition(db, admin, hospitals, registerFile(trusts))).rejects.toMatchObject({
    fields: {
      file: {
        code: "register-mismatch",
        row: expect.stringMatching(/hospitals/i),
        detail: expect.stringMatching(/^it has no column “.+”$/i),
      },
    },
  });
  const centres = { register: "diagnostic-centres", edition: "2026-10" };
  await expect(stageEdition(db, admin, centres, registerFile(trusts))).rejects.toMatchObject({
    fields: {
      file: {
        code: "register-mismatch",
        row: expect.stringMatching(/diagnostic/i),
        detail: expect.stringMatching(/^not JSON/i),
      },
    },
  });
  const strange = { register: "wards", edition: "2030-01" };
  await expect(stageEdition(db, admin, strange, registerFile("a"))).rejects.toMatchObject({
    fields: { register: "required", published: "date-not-yet" },
  });
});

const WARWICK = odsEntry("A82015", "CARLISLE CENTRAL PRACTICE", "CA1 1EB");
const EASTERN = odsEntry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ");

const bring = (admin: CampaignerActor, edition: string, lines: readonly string[], because = "") =>
  bringEdition(db, admin, { edition, because }, lines);
const approve = (moderator: CampaignerActor, batchId: string) => approveEdition(db, moderator, batchId);
const namesOfPlaces = async () =>
  (await db.select({ name: places.name }).from(places).orderBy(places.name)).map(({ name }) => name);

it("an edition that is older, or that lists far fewer places, is taken only with a reason that its approver reads", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  await approve(moderator, await bring(admin, "2026-10", [WARWICK, EASTERN]));
  await expect(bring(admin, "2026-09", [WARWICK.replace("CENTRAL", "CITY")])).rejects.toMatchObject({
    fields: {
      published: { code: "edition-older", row: "2026-09", detail: "2026-10" },
      file: { code: "edition-short", row: "1", detail: "2" },
      because: "because-needed",
    },
  });
  const because = "The newer one was a mistake.";
  const meant = await bring(admin, "2026-09", [WARWICK.replace("CENTRAL", "CITY")], because);
  expect(await loadImport(db, moderator, meant)).toMatchObject({
    override: { doubts: ["edition-older", "edition-short"], because },
  });
  await approve(moderator, meant);
  // What is older stands beside what is newer.
  expect(await namesOfPlaces()).toContain("Carlisle Central Practice");
});

it("an edition that was overtaken by a newer one while it waited writes nothing, and can be taken back", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const older = await bring(admin, "2026-09", [WARWICK]);
  await approve(moderator, await bring(admin, "2026-10", [WARWICK, EASTERN]));
  await expect(approve(moderator, older)).rejects.toMatchObject({ what: "batch.edition-older" });
  const { version } = await loadImport(db, admin, older);
  await refuseImport(db, admin, { batchId: older, version, reason: "There is a newer one." });
  expect(await loadImport(db, admin, older)).toMatchObject({ state: "refused" });
});

it("what an edition says of a known place is held against its state at the approval; the preview is made anew", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  await approve(moderator, await bring(admin, "2026-08", [WARWICK]));
  const waiting = await bring(admin, "2026-10", [WARWICK.replace("CENTRAL", "NORTH"), EASTERN]);
  // Meanwhile another edition says otherwise, and brings the place that would have been new.
  const other = await bring(admin, "2026-09", [WARWICK.replace("CENTRAL", "SOUTH"), EASTERN]);
  await approve(moderator, other);
  await expect(approve(moderator, waiting)).rejects.toMatchObject({ what: "batch.preview-changed" });
  const rows = await listRows(db, waiting);
  expect(rows.map(({ outcome, plan }) => [outcome, plan?.changes])).toEqual([
    [
      "changed",
      [{ field: "name", kind: "changes", from: "Carlisle South Practice", to: "Carlisle North Practice" }],
    ],
    ["unchanged", []],
  ]);
  expect(await loadImport(db, admin, waiting)).toMatchObject({
    state: "submitted",
    counts: { rows: 2, changed: 1, new: 0, unchanged: 1 },
  });
  expect(await approve(moderator, waiting)).toEqual({ applied: 1, leftOut: 1 });
  expect(await namesOfPlaces()).toEqual(["Carlisle North Practice", "Eastern Way Practice"]);
});

it("a newer edition that says the same is unchanged, whoever said it before", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  await approve(moderator, await bring(admin, "2026-09", [WARWICK, EASTERN]));
  const sent = { register: "gp-practices", edition: "2026-10" };
  const { batchId } = await stageEdition(db, admin, sent, registerFile(WARWICK, EASTERN));
  expect(await loadImport(db, admin, batchId)).toMatchObject({
    counts: { rows: 2, new: 0, changed: 0, unchanged: 2 },
  });
});

it("the same practice under a new code is the same place, and what is there is not doubted", async () => {
  const { admin, moderator } = await importList(
    db,
    "Place,Postcode,Register code,Kind of care,Provider,Kind of provider\nCarlisle Central Practice,CA1 1EB,A82015,GP,Some Health Ltd,company\n",
  );
  const batchId = await bring(admin, "2026-10", [WARWICK.replace("A82015", "Y09999")]);
  expect((await listRows(db, batchId)).map(({ outcome, warnings }) => [outcome, warnings])).toEqual([
    ["changed", [{ column: null, code: "new-code", detail: "Carlisle Central Practice" }]],
  ]);
  await approve(moderator, batchId);
  expect(await namesOfPlaces()).toEqual(["Carlisle Central Practice"]);
  const codes = await db.select({ code: placeIdentifiers.code }).from(placeIdentifiers);
  expect(codes.map(({ code }) => code).sort()).toEqual(["A82015", "Y09999"]);
  expect(await db.select().from(services)).toMatchObject([{ mayHaveEnded: null }]);
});
