import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { findPlace } from "@/db/queries/places";
import { placeAddresses, placeIdentifiers, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import {
  approveEdition,
  bringEdition,
  odsEntry,
  registerFile,
} from "@/server/imports/registers/testing-register";
import { makeActor, stage as stageList } from "@/server/imports/testing";

const db = testDb();
let admin: CampaignerActor;
let moderator: CampaignerActor;

const WARWICK = odsEntry("A82015", "CARLISLE CENTRAL PRACTICE", "CA1 1EB");
const EASTERN = odsEntry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ");
const branchOf = (parent: string, code: string, name: string, postcode: string, closed = "") =>
  odsEntry(code, name, postcode, { parent, closed, status: "", setting: "" });
const DALSTON = branchOf("A82015", "A82015001", "DALSTON SURGERY", "CA5 7AB");
const BRAMPTON = branchOf("A82015", "A82015002", "BRAMPTON SURGERY", "CA8 1NE");

const stage = (edition: string, lines: readonly string[], register = "gp-branches") =>
  bringEdition(db, admin, { register, edition, because: "It has shrunk." }, lines);
async function bring(edition: string, lines: readonly string[], register?: string) {
  const batchId = await stage(edition, lines, register);
  await approveEdition(db, moderator, batchId);
  return batchId;
}
async function preview(edition: string, lines: readonly string[]) {
  return (await listRows(db, await stage(edition, lines))).map(({ outcome, plan, problems, warnings }) => [
    outcome,
    plan?.service.name,
    ...(plan?.changes ?? []).map(({ field, kind, to }) => `${field} ${kind} ${to}`),
    ...[...problems, ...warnings].map(({ code, detail, nearest = "" }) =>
      `${code} ${detail} ${nearest}`.trim(),
    ),
  ]);
}
const branches = async () =>
  (
    await db
      .select()
      .from(placeIdentifiers)
      .where(eq(placeIdentifiers.scheme, "ods-branch"))
      .orderBy(placeIdentifiers.code)
  ).map(({ code, validTo, isListed }) => `${code} ${isListed ? (validTo ?? "open") : "not listed"}`);
const addressKeys = async () =>
  (await db.select().from(placeAddresses).orderBy(placeAddresses.key)).map(({ key }) => key);

beforeEach(async () => {
  admin = await makeActor(db, "admin");
  moderator = await makeActor(db, "moderator");
  await bring("2026-06", [WARWICK, EASTERN], "gp-practices");
});

it("a branch is another address of its practice, at its postcode, and no place of its own", async () => {
  expect(await preview("2026-07", [DALSTON])).toEqual([
    [
      "new",
      "Carlisle Central Practice: Dalston Surgery",
      "identifier sets A82015001 (2001-04-01–)",
      expect.stringMatching(/^address sets Dalston Surgery, 1 Street, Carlisle, CA5 7AB, 54\.8/),
    ],
  ]);
  const batchId = await bring("2026-08", [DALSTON, BRAMPTON]);
  expect(await db.select().from(places)).toHaveLength(2);
  expect(await addressKeys()).toEqual(["A82015001", "A82015002", "main", "main"]);
  const [address] = await db.select().from(placeAddresses).where(eq(placeAddresses.key, "A82015001"));
  expect(address).toMatchObject({ isMain: false, postcode: "CA5 7AB", precision: "postcode" });
  const said = await db.select({ says: claims.says }).from(claims).where(eq(claims.batchId, batchId));
  expect(said.map(({ says }) => says)).toContain(
    "Lists A82015001 as a branch of A82015, open since 1 April 2001.",
  );
  const [practice] = await db.select().from(places).where(eq(places.name, "Carlisle Central Practice"));
  expect((await findPlace(db, practice?.slug ?? ""))?.addresses.map(({ key }) => key)).toEqual([
    "main",
    "A82015001",
    "A82015002",
  ]);
});

it("the same again is unchanged; undone, the practice is as it was", async () => {
  const before = [await addressKeys(), await branches()];
  const batchId = await bring("2026-07", [DALSTON, BRAMPTON]);
  const sent = { register: "gp-branches", edition: "2026-08" };
  const again = await stageEdition(db, admin, sent, registerFile(DALSTON, BRAMPTON));
  expect(await loadImport(db, admin, again.batchId)).toMatchObject({
    counts: { rows: 2, unchanged: 2, new: 0, changed: 0, ended: 0, refused: 0 },
  });
  await undoImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  expect([await addressKeys(), await branches()]).toEqual(before);
  await bring("2026-07", [DALSTON, BRAMPTON]);
  expect(await branches()).toEqual(["A82015001 open", "A82015002 open"]);
});

it("a closed branch gets its last day, one that is not listed any more is said so, and both can come back", async () => {
  await bring("2026-07", [DALSTON, BRAMPTON]);
  const closed = DALSTON.replace(",20010401,,", ",20010401,20260731,");
  expect(await preview("2026-08", [closed])).toEqual([
    ["changed", "Carlisle Central Practice: Dalston Surgery", "identifier ends 2026-07-31"],
    [
      "changed",
      "Carlisle Central Practice",
      "identifier drops A82015002",
      "no-longer-listed Carlisle Central Practice",
    ],
  ]);
  await bring("2026-09", [closed]);
  expect(await branches()).toEqual(["A82015001 2026-07-31", "A82015002 not listed"]);
  await bring("2026-10", [DALSTON, BRAMPTON]);
  expect(await branches()).toEqual(["A82015001 open", "A82015002 open"]);
  // The register of practices says nothing of branches, and a branch alone does not keep its practice listed.
  const shut = odsEntry("A82015", "CARLISLE CENTRAL PRACTICE", "CA1 1EB", { closed: "20261031" });
  const batchId = await stage("2026-11", [shut, EASTERN], "gp-practices");
  expect((await listRows(db, batchId)).map(({ outcome }) => outcome)).toEqual(["ended"]);
  await approveEdition(db, moderator, batchId);
  expect(await branches()).toEqual(["A82015001 open", "A82015002 open"]);
  const [practice] = await db.select().from(places).where(eq(places.name, "Carlisle Central Practice"));
  expect(await findPlace(db, practice?.slug ?? "")).toMatchObject({ isListed: false });
});

it("a branch that goes over to another practice leaves the first", async () => {
  await bring("2026-07", [DALSTON]);
  const moved = branchOf("A82019", "A82015001", "DALSTON SURGERY", "CA5 7AB");
  expect((await preview("2026-08", [moved])).map(([outcome, name]) => [outcome, name])).toEqual([
    ["new", "Eastern Way Practice: Dalston Surgery"],
    ["changed", "Carlisle Central Practice"],
  ]);
  await bring("2026-09", [moved]);
  expect((await branches()).sort()).toEqual(["A82015001 not listed", "A82015001 open"]);
});

it("of a practice that was merged into another is an address of the one that stands", async () => {
  const [from] = await db.select().from(places).where(eq(places.name, "Carlisle Central Practice"));
  const [into] = await db.select().from(places).where(eq(places.name, "Eastern Way Practice"));
  await db
    .update(places)
    .set({ mergedInto: into?.id, visibility: "merged" })
    .where(eq(places.id, from?.id ?? ""));
  expect((await preview("2026-07", [DALSTON])).map(([, name]) => name)).toEqual([
    "Eastern Way Practice: Dalston Surgery",
  ]);
});

it("refuses a branch whose practice we do not have and says which, leaves out closed ones and vaccination sites", async () => {
  const stranger = branchOf("A99999", "A99999001", "LOST SURGERY", "CA5 7AB");
  const gone = branchOf("A99999", "A99999002", "GONE SURGERY", "CA5 7AB", "20200101");
  const covid = branchOf("A82015", "A82015009", "COVID LOCAL VACCINATION SERVICE", "CA5 7AB");
  const batchId = await stage("2026-07", [DALSTON, stranger, gone, covid]);
  expect((await listRows(db, batchId)).map(({ outcome, problems }) => [outcome, problems])).toEqual([
    ["new", []],
    ["refused", [{ column: null, code: "branch-no-practice", detail: "A99999" }]],
  ]);
  expect(await refusedCsv(db, admin, batchId)).toContain(
    '"A99999001, Lost Surgery, A99999, CA5 7AB",2,"It is a branch of the practice A99999, which we do not have.',
  );
  await approveEdition(db, moderator, batchId);
  expect(await branches()).toEqual(["A82015001 open"]);
});

it("refuses the second line of a branch, at its approval too when the first has no row", async () => {
  const other = branchOf("A82019", "A82015001", "OTHER SURGERY", "CA1 3QZ");
  expect(
    (await preview("2026-07", [DALSTON, other])).map(([outcome, , ...told]) => [outcome, told.at(-1)]),
  ).toEqual([
    ["new", expect.stringMatching(/^address sets/)],
    ["refused", "branch-twice A82015001"],
  ]);
  await bring("2026-08", [DALSTON]);
  const batchId = await stage("2026-09", [DALSTON, other, BRAMPTON]);
  await approveEdition(db, moderator, batchId);
  expect(await addressKeys()).toEqual(["A82015001", "A82015002", "main", "main"]);
});

it("a branch that left one practice for another in the same file is no second line", async () => {
  const left = branchOf("A82015", "A82015001", "DALSTON SURGERY", "CA5 7AB", "20260630");
  const now = branchOf("A82019", "A82015001", "DALSTON SURGERY", "CA5 7AB");
  expect((await preview("2026-07", [left, now])).map(([outcome]) => outcome)).toEqual(["new"]);
});

it("a postcode that does not exist, or none, is pointed out", async () => {
  const told = await preview("2026-07", [
    branchOf("A82015", "A82015003", "NO SURGERY", "CA2 7ZZ"),
    branchOf("A82015", "A82015004", "NOWHERE SURGERY", ""),
    DALSTON,
  ]);
  expect(told.map((row) => row.slice(4))).toEqual([
    [expect.stringMatching(/^postcode-unknown-near CA2 7ZZ CA2 7/)],
    ["not-placed Carlisle"],
    [],
  ]);
});

it("a file of practices is no file of branches, nor the other way round", async () => {
  const bad = (register: string, line: string) =>
    expect(
      stageEdition(db, admin, { register, edition: "2026-07" }, registerFile(line)),
    ).rejects.toMatchObject({ fields: { file: { code: "register-mismatch" } } });
  await bad("gp-branches", WARWICK);
  await bad("gp-practices", DALSTON);
});

it("a row of a list lands on the practice by the branch's code, or by its postcode and the practice's name", async () => {
  await bring("2026-07", [DALSTON]);
  const [practice] = await db.select().from(places).where(eq(places.name, "Carlisle Central Practice"));
  const list = (name: string, code: string, kind: string) =>
    `Place,Postcode,Register code,Kind of care,Provider,Kind of provider\n${name},CA5 7AB,${code},${kind},Some Health Ltd,company\n`;
  const planOf = async (csv: string) => (await listRows(db, await stageList(db, admin, csv)))[0]?.plan?.place;
  expect(await planOf(list("Dalston Surgery", "A82015001", "GP"))).toEqual({
    id: practice?.id,
    name: "Carlisle Central Practice",
    because: "register-code",
    addressKey: "A82015001",
  });
  const byName = list("Carlisle Central Practice", "", "physiotherapy");
  expect(await planOf(byName)).toMatchObject({
    id: practice?.id,
    because: "postcode-and-name",
    addressKey: "A82015001",
  });
  expect(await planOf(list("Another Clinic", "", "GP"))).toMatchObject({ id: null });
  const batchId = await stageList(db, admin, byName.replace("Health", "Care"));
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  const { version } = await loadImport(db, moderator, batchId);
  await approveImport(db, moderator, { batchId, version, rule: "all", warned: true });
  expect(await db.select().from(services)).toMatchObject([
    { placeId: practice?.id, addressKey: "A82015001" },
  ]);
  // A branch that has closed is nowhere to be matched.
  await bring("2026-08", [DALSTON.replace(",20010401,,", ",20010401,20260731,")]);
  expect(await planOf(byName.replace("Health", "Other"))).toMatchObject({ id: null });
});
