import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { placeIdentifiers, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { loadImport } from "@/server/imports/engine/load-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import {
  approveEdition,
  bringEdition,
  type Edition,
  odsEntry,
} from "@/server/imports/registers/testing-register";
import { importList, makeActor, SOURCE, stage as stageList } from "@/server/imports/testing";

const db = testDb();
let admin: CampaignerActor;
let moderator: CampaignerActor;
beforeEach(async () => {
  admin = await makeActor(db, "admin");
  moderator = await makeActor(db, "moderator");
});

const WARWICK = odsEntry("A82015", "CARLISLE CENTRAL PRACTICE", "CA1 1EB");
const EASTERN = odsEntry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ");
const CLOSED = odsEntry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ", { closed: "20260930" });
/** An edition with far fewer places than are here is taken with a reason only. */
const because = "The register has shrunk.";

const stage = (given: Edition, lines: readonly string[]) =>
  bringEdition(db, admin, { because, ...given }, lines);
async function bring(edition: string, lines: readonly string[], register?: string): Promise<string> {
  const batchId = await stage({ edition, register }, lines);
  await approveEdition(db, moderator, batchId);
  return batchId;
}
/** Rows of a preview: the outcome, what it would change, and what to look at. */
async function preview(edition: string, lines: readonly string[], register?: string) {
  const batchId = await stage({ edition, register }, lines);
  const rows = await listRows(db, batchId);
  return rows.map(({ outcome, plan, warnings }) => [
    outcome,
    plan?.service.name,
    ...(plan?.changes ?? []).map(({ field, kind, from, to }) => `${field} ${kind} ${from} > ${to}`),
    ...warnings.map(({ code }) => code),
  ]);
}
const entries = async () =>
  (await db.select().from(placeIdentifiers).orderBy(placeIdentifiers.code)).map(
    ({ code, validTo, isListed }) => `${code} ${isListed ? (validTo ?? "open") : "not listed"}`,
  );
const undo = async (batchId: string) =>
  undoImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });

describe("a practice that an edition lists as closed", () => {
  beforeEach(() => bring("2026-07", [WARWICK, EASTERN]));

  it("has a row in the preview, counted apart, and its entry's last day once it is approved", async () => {
    const batchId = await stage({ edition: "2026-08" }, [WARWICK, CLOSED]);
    expect(await loadImport(db, admin, batchId)).toMatchObject({
      counts: { rows: 2, new: 0, changed: 0, ended: 1, delisted: 1, unchanged: 1, warnings: 0 },
    });
    const [row] = await listRows(db, batchId);
    expect(row).toMatchObject({
      outcome: "ended",
      plan: {
        service: { id: null, name: "Eastern Way Practice" },
        changes: [{ field: "identifier", kind: "ends", from: "A82019 (2001-04-01–)", to: "2026-09-30" }],
      },
    });
    await approveEdition(db, moderator, batchId);
    expect(await entries()).toEqual(["A82015 open", "A82019 2026-09-30"]);
    const [place] = await db.select().from(places).where(eq(places.name, "Eastern Way Practice"));
    expect(place?.visibility).toBe("published");
    const said = await db.select().from(claims).where(eq(claims.batchId, batchId));
    expect(said).toMatchObject([
      {
        recordId: place?.id,
        field: "identifier",
        confirmedOn: "2026-08-01",
        says: "Lists A82019 as closed on 30 September 2026. An ended entry does not say that care there ended.",
      },
    ]);
  });

  it("is unchanged when a later edition repeats it, has a row when the day changes, and another when it opens again", async () => {
    await bring("2026-08", [WARWICK, CLOSED]);
    const again = await stage({ edition: "2026-09" }, [WARWICK.replace("CENTRAL", "CITY"), CLOSED]);
    expect(await loadImport(db, admin, again)).toMatchObject({
      counts: { rows: 2, changed: 1, ended: 0, delisted: 0, unchanged: 1 },
    });
    expect(await preview("2026-09", [WARWICK, CLOSED.replace("20260930", "20260831")])).toEqual([
      ["ended", "Eastern Way Practice", "identifier ends A82019 (2001-04-01–2026-09-30) > 2026-08-31"],
    ]);
    expect(await preview("2026-09", [WARWICK, EASTERN])).toEqual([
      [
        "changed",
        "Eastern Way Practice",
        "identifier relists A82019 (2001-04-01–2026-09-30) > A82019 (2001-04-01–)",
      ],
    ]);
    await bring("2026-10", [WARWICK, EASTERN]);
    expect(await entries()).toEqual(["A82015 open", "A82019 open"]);
  });

  it("is as it was when the edition is undone", async () => {
    const before = await db.select().from(placeIdentifiers);
    const batchId = await bring("2026-08", [WARWICK, CLOSED]);
    await undo(batchId);
    expect(await db.select().from(placeIdentifiers)).toEqual(before);
    await bring("2026-08", [WARWICK, CLOSED]);
    expect(await entries()).toEqual(["A82015 open", "A82019 2026-09-30"]);
  });

  it("says nothing in an edition that is older than the one in force, which lists it", async () => {
    await importList(
      db,
      "Place,Postcode,Register code,Kind of care,Provider,Kind of provider\nEastern,CA1 3QZ,A82019,GP,Some Health Ltd,company\n",
    );
    await bring("2026-09", [WARWICK.replace("CENTRAL", "CITY"), EASTERN]);
    expect(await preview("2026-08", [WARWICK.replace("CENTRAL", "OLD"), CLOSED])).toMatchObject([
      ["changed", "Carlisle City Practice", expect.stringContaining("contradicts"), "source-older"],
    ]);
  });

  it("that is listed as dormant, without a day, is not listed any more and says why", async () => {
    const dormant = odsEntry("A82019", "EASTERN WAY PRACTICE", "CA1 3QZ", { status: "D" });
    expect(await preview("2026-08", [dormant, WARWICK])).toEqual([
      ["ended", "Eastern Way Practice", "identifier drops A82019 (2001-04-01–) > A82019", "not-active"],
    ]);
    const batchId = await bring("2026-08", [WARWICK, dormant]);
    expect(await entries()).toEqual(["A82015 open", "A82019 not listed"]);
    const [claim] = await db.select().from(claims).where(eq(claims.batchId, batchId));
    expect(claim?.says).toMatch(/^Lists A82019, but not as open and active, and gives no day/);
  });
});

describe("a place that an edition does not list any more", () => {
  beforeEach(() => bring("2026-07", [WARWICK, EASTERN]));

  it("may have ended, is looked at, and is not listed; a later edition that lists it lifts that", async () => {
    expect(await preview("2026-08", [WARWICK])).toEqual([
      ["ended", "Eastern Way Practice", "identifier drops A82019 (2001-04-01–) > A82019", "no-longer-listed"],
    ]);
    const batchId = await bring("2026-09", [WARWICK]);
    expect(await entries()).toEqual(["A82015 open", "A82019 not listed"]);
    const [claim] = await db.select().from(claims).where(eq(claims.batchId, batchId));
    expect(claim).toMatchObject({
      value: { scheme: "ods-organisation", code: "A82019", from: "2001-04-01", to: null, isListed: false },
      says: "Does not list A82019 as a GP practice any more, and gives no day. That does not say that care there ended.",
    });
    const again = await stage({ edition: "2026-10" }, [WARWICK.replace("CENTRAL", "CITY")]);
    expect(await loadImport(db, admin, again)).toMatchObject({
      counts: { changed: 1, ended: 0, delisted: 0 },
    });
    await bring("2026-10", [WARWICK, EASTERN]);
    expect(await entries()).toEqual(["A82015 open", "A82019 open"]);
  });

  it("is as it was when the edition is undone", async () => {
    const before = await db.select().from(placeIdentifiers);
    await undo(await bring("2026-08", [WARWICK]));
    expect(await db.select().from(placeIdentifiers)).toEqual(before);
  });

  it("its services are doubted as before, in the same edition", async () => {
    const list = `Place,Postcode,Register code,Kind of care,Provider,Kind of provider
Eastern Way Practice,CA1 3QZ,A82019,GP,Some Health Ltd,company
`;
    await importList(db, list);
    expect((await preview("2026-08", [WARWICK])).map(([outcome]) => outcome)).toEqual(["ended", "ended"]);
    await bring("2026-09", [WARWICK]);
    expect(await db.select().from(services)).toMatchObject([
      { mayHaveEnded: "no-longer-listed", status: "operating" },
    ]);
  });

  it("is not gone that goes on under a new code: not then, and its old code not later", async () => {
    const renumbered = WARWICK.replace("A82015", "Y09999");
    await bring("2026-08", [renumbered, EASTERN]);
    expect(await entries()).toEqual(["A82015 open", "A82019 open", "Y09999 open"]);
    const shut = odsEntry("Y09999", "CARLISLE CENTRAL PRACTICE", "CA1 1EB", { closed: "20261031" });
    expect(await preview("2026-09", [shut, EASTERN])).toEqual([
      [
        "ended",
        "Carlisle Central Practice",
        "identifier drops A82015 (2001-04-01–) > A82015",
        "identifier ends Y09999 (2001-04-01–) > 2026-10-31",
        "no-longer-listed",
      ],
    ]);
  });

  it("only if this register listed it: a place that a campaign brought, with a code, is left alone", async () => {
    await importList(
      db,
      "Place,Postcode,Register code,Kind of care,Provider,Kind of provider\nFusehill,CA1 2HE,A82020,GP,Some Health Ltd,company\n",
    );
    const changed = WARWICK.replace("CENTRAL", "CITY");
    expect((await preview("2026-08", [changed, EASTERN])).map(([, name]) => name)).toEqual([
      "Carlisle Central Practice",
    ]);
    // Where the register names the code as closed, whoever brought the place.
    const fusehill = odsEntry("A82020", "FUSEHILL", "CA1 2HE", { closed: "20250430" });
    expect((await preview("2026-08", [WARWICK, EASTERN, fusehill])).map((row) => row.slice(0, 2))).toEqual([
      ["ended", "Fusehill"],
      ["ended", "GP practice at Fusehill"],
    ]);
  });

  it("stays listed where a newer source says so: the older edition stands beside it, and is pointed out", async () => {
    const source = { ...SOURCE, publishedOn: "2026-09" };
    const list =
      "Place,Postcode,Register code,Kind of care,Provider,Kind of provider\nFusehill,CA1 2HE,A82020,GP,Some Health Ltd,company\n";
    await importList(db, list, { source });
    const closed = odsEntry("A82020", "FUSEHILL", "CA1 2HE", { closed: "20260731" });
    expect((await preview("2026-08", [WARWICK, EASTERN, closed]))[0]).toEqual([
      "changed",
      "Fusehill",
      "identifier contradicts A82020 > A82020 (–2026-07-31)",
      "source-older",
    ]);
    await bring("2026-08-02", [WARWICK, EASTERN, closed]);
    expect(await entries()).toContain("A82020 open");
  });

  it("stays listed by a register that still has it: what one drops, the other lists", async () => {
    const [place] = await db.select().from(places).where(eq(places.name, "Eastern Way Practice"));
    await db
      .insert(placeIdentifiers)
      .values({ placeId: place?.id ?? "", scheme: "cdc-list", code: "Eastern Way CDC" });
    expect((await preview("2026-08", [WARWICK])).map(([outcome]) => outcome)).toEqual(["changed"]);
  });

  it("and was merged into one that is listed is not gone, and the other way round", async () => {
    const [from] = await db.select().from(places).where(eq(places.name, "Eastern Way Practice"));
    const [into] = await db.select().from(places).where(eq(places.name, "Carlisle Central Practice"));
    await db
      .update(places)
      .set({ mergedInto: into?.id, visibility: "merged" })
      .where(eq(places.id, from?.id ?? ""));
    const added = odsEntry("A82099", "NEW PRACTICE", "CA2 7HY");
    expect((await preview("2026-08", [WARWICK, added])).map(([outcome]) => outcome)).toEqual(["new"]);
    expect((await preview("2026-08", [EASTERN, added])).map(([outcome]) => outcome)).toEqual(["new"]);
    // Closed by name, its own entry ends; the place goes on under the other.
    expect((await preview("2026-08", [WARWICK, CLOSED])).map(([outcome]) => outcome)).toEqual(["changed"]);
  });
});

describe("a service that a register doubted", () => {
  const LIST = `Place,Postcode,Register code,Kind of care,Provider,Kind of provider
Eastern Way Practice,CA1 3QZ,A82019,GP,Some Health Ltd,company
`;
  const flags = async () => (await db.select().from(services)).map(({ mayHaveEnded }) => mayHaveEnded);
  const lifts = async (edition: string, lines: readonly string[], register?: string) =>
    (await preview(edition, lines, register)).filter((row) => String(row).includes("may-have-ended"));
  beforeEach(async () => {
    await bring("2026-07", [WARWICK, EASTERN]);
    await importList(db, LIST);
  });

  it.each([
    ["closed", [WARWICK, CLOSED], "register-entry-ended"],
    ["dropped", [WARWICK], "no-longer-listed"],
  ])("because its entry was %s is in doubt no longer once it is listed again", async (_, lines, reason) => {
    await bring("2026-08", lines);
    expect(await flags()).toEqual([reason]);
    expect(await lifts("2026-09", [WARWICK, EASTERN])).toEqual([
      ["changed", "GP practice at Eastern Way Practice", `may-have-ended changes ${reason} > lifted`],
    ]);
    const batchId = await bring("2026-10", [WARWICK, EASTERN]);
    expect(await flags()).toEqual([null]);
    expect(await lifts("2026-11", [WARWICK.replace("CENTRAL", "CITY"), EASTERN])).toEqual([]);
    await undo(batchId);
    expect(await flags()).toEqual([reason]);
  });

  it("goes with the list that brought it: that a register lists its place again keeps nothing", async () => {
    const eyes = LIST.replace("Eastern Way Practice,CA1 3QZ,A82019,GP", "Central,CA1 1EB,A82015,eye care");
    const { batchId } = await importList(db, eyes);
    await bring("2026-08", [EASTERN, odsEntry("A82015", "CARLISLE", "CA1 1EB", { closed: "20260930" })]);
    await bring("2026-09", [WARWICK, EASTERN]);
    const rows = () => db.select().from(services).where(eq(services.category, "eye-care"));
    expect(await rows()).toMatchObject([{ mayHaveEnded: null, visibility: "published" }]);
    const { kept } = await undo(batchId);
    expect(kept.filter(({ name }) => name.startsWith("Eye care"))).toEqual([]);
    expect(await rows()).toMatchObject([{ visibility: "withheld" }]);
  });

  it("stays in doubt where it was not a register that said so", async () => {
    await bring("2026-08", [WARWICK, CLOSED]);
    const [doubt] = await db.select().from(claims).where(eq(claims.field, "may-have-ended"));
    const [other] = await db.select().from(claims).where(eq(claims.field, "provider"));
    if (!doubt || !other) throw new Error("no claims");
    const { sourceId } = other;
    const reported = { ...doubt, id: randomUUID(), value: "reported", sourceId, confirmedOn: "2026-08-15" };
    await db.insert(claims).values(reported);
    expect(await lifts("2026-09", [WARWICK, EASTERN])).toEqual([]);
  });
});

it("a trust is no hospital that bears its code, name and postcode: each keeps its entry, and a list lands on the hospital", async () => {
  const heading = "Place,Postcode,Register code,Place kind,Kind of care,Provider,Kind of provider";
  await importList(
    db,
    `${heading}\nNorth Cumbria NHS Trust,CA2 7HY,RNN,hospital,eye care,Sight Ltd,company\n`,
  );
  const trust = odsEntry("RNN", "NORTH CUMBRIA NHS TRUST", "CA2 7HY", { status: "", setting: "" });
  expect((await preview("2026-07", [trust], "nhs-trusts")).map(([outcome]) => outcome)).toEqual(["new"]);
  await bring("2026-08", [trust], "nhs-trusts");
  expect((await db.select().from(places)).map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
    "hospital North Cumbria NHS Trust",
    "trust-headquarters North Cumbria NHS Trust",
  ]);
  const list = (code: string) =>
    `${heading}\nNorth Cumbria NHS Trust,CA2 7HY,${code},hospital,hearing,Sound Ltd,company\n`;
  const rowOf = async (csv: string) => (await listRows(db, await stageList(db, admin, csv)))[0];
  const [hospital] = await db.select().from(places).where(eq(places.kind, "hospital"));
  expect(await rowOf(list(""))).toMatchObject({ outcome: "new", plan: { place: { id: hospital?.id } } });
  // The trust's own code names the organisation.
  expect(await rowOf(list("RNN"))).toMatchObject({
    outcome: "refused",
    problems: [{ code: "place-head-office" }],
  });
});

it("a trust that the register lists as closed, or not any more, likewise", async () => {
  const trust = (code: string, name: string, closed = "") =>
    odsEntry(code, name, "CA2 7HY", { closed, status: "", setting: "" });
  const cumbria = trust("RNN", "NORTH CUMBRIA NHS TRUST");
  const lakes = trust("RTX", "MORECAMBE BAY NHS TRUST");
  const fells = trust("RXX", "FELLS NHS TRUST");
  await bring("2026-07", [cumbria, lakes, fells], "nhs-trusts");
  expect(
    await preview("2026-08", [cumbria, trust("RTX", "MORECAMBE BAY NHS TRUST", "20260930")], "nhs-trusts"),
  ).toEqual([
    ["ended", "Morecambe Bay NHS Trust", "identifier ends RTX (2001-04-01–) > 2026-09-30"],
    ["ended", "Fells NHS Trust", "identifier drops RXX (2001-04-01–) > RXX", "no-longer-listed"],
  ]);
});
