import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { countRegistered } from "@/db/queries/registrations";
import { findPlacesByCode } from "@/db/queries/stored-records";
import { auditEntries } from "@/db/schema/audit";
import { addressAreas, placeAddresses, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches, claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { activeCsv, type MadeUpLocation } from "@/ingest/cqc/testing-cqc";
import {
  bringCqc,
  makeRegisterWorld,
  NAMES,
  type RegisterWorld,
  runsOf,
} from "@/server/imports/cqc/testing-cqc-imports";
import { importList, stage } from "@/server/imports/testing";
import { saveChange } from "@/server/reports/changes/save-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { held, NOW, REASON } from "@/server/reports/testing-approval";

/** docs/imports.md, "Who wins": each pair of a register and a person on the real use cases, in both orders. */
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
};
const PARTNERS: MadeUpLocation = {
  id: "1-101",
  code: "Z99002",
  since: "2013-04-01",
  ownership: "Partnership",
  providerId: "1-201",
};
const [OLDER, REGISTER, NEWER] = ["2025-06-01", "2026-10-01", "2026-11-01"];
const register = () => bringCqc(world, "2026-10-02", activeCsv([CARE, PARTNERS]));

const placeOf = async (code: string) => (await findPlacesByCode(db, [code]))[0]?.placeId ?? "";
const source = (publishedOn: string) => ({
  kind: "news" as const,
  title: `A paper of ${publishedOn}`,
  publisher: "A paper",
  url: `https://paper.example/${publishedOn}`,
  publishedOn,
  says: "Says who runs the surgery.",
});

/** A volunteer's report of a new service, approved. */
async function report(providerName: string, day: string, code = "Z99001", isOneOfSeveral = false) {
  const seen = await held(db, world.moderator, {
    category: "gp-practice",
    placeId: await placeOf(code),
    placeName: NAMES[code] ?? "",
    postcode: "CA1 1EB",
    providerName,
    providerKind: "company",
    commissionerName: "",
    startedOn: "2025-05",
    sources: [source(day)],
  });
  const approval = await approveReport(db, world.moderator, { ...seen, reason: REASON, isOneOfSeveral }, NOW);
  if (approval.state !== "approved") throw new Error(`awaits a second: ${approval.rules}`);
  const [row] = await db
    .select()
    .from(services)
    .where(eq(services.id, approval.serviceId ?? ""));
  return { serviceId: approval.serviceId ?? "", batchId: row?.batchId ?? "" };
}

/** What readers are told of a practice: its running services with their day, and the registration with its doubts. */
async function told(code = "Z99001") {
  const placeId = await placeOf(code);
  const running = await db.query.services.findMany({
    where: and(
      eq(services.placeId, placeId),
      eq(services.status, "operating"),
      eq(services.visibility, "published"),
    ),
  });
  const [latest] = await runsOf(db, code);
  return {
    services: running.map(({ lastConfirmedOn }) => lastConfirmedOn),
    who: latest?.who,
    doubts: latest?.doubts,
  };
}

/** How many of the two practices come to each kind, as a headline counts them. */
const kinds = async () => {
  const { id: areaId } = await makeArea(db);
  const ids = [await placeOf("Z99001"), await placeOf("Z99002")];
  const at = await db.select().from(placeAddresses).where(inArray(placeAddresses.placeId, ids));
  await db.insert(addressAreas).values(at.map(({ id: addressId }) => ({ addressId, areaId })));
  return (await countRegistered(db, [areaId])).map(({ kind, practices }) => `${kind} ${practices}`).sort();
};

const said = async (code = "Z99001") =>
  (
    await db
      .select({ value: claims.value, sourceId: claims.sourceId, says: claims.says })
      .from(claims)
      .where(and(eq(claims.recordId, await placeOf(code)), eq(claims.field, "registration-doubt")))
  ).at(-1);

const ORDERS = ["person, then register", "register, then person"] as const;
const both = async (order: (typeof ORDERS)[number], person: () => Promise<unknown>) => {
  if (order === "person, then register") await person();
  await register();
  if (order === "register, then person") await person();
};

describe.each(ORDERS)("%s", (order) => {
  it.each([
    ["the same of an older source: the register's day", "Alder Care Limited", OLDER, REGISTER, []],
    ["the same of a newer source: the person's day", "Alder Care Limited", NEWER, NEWER, []],
    [
      "another of an older source: both stand, in doubt",
      "Elm Health Limited",
      OLDER,
      OLDER,
      ["another-runner"],
    ],
    [
      "another of a newer source: both stand, in doubt",
      "Elm Health Limited",
      NEWER,
      NEWER,
      ["another-runner"],
    ],
  ])("%s", async (_, provider, day, confirmedOn, doubts) => {
    await both(order, () => report(provider, day));
    expect(await told()).toEqual({ services: [confirmedOn], who: "Alder Care Limited", doubts });
  });

  it("a partnership's registration and a company that a source names differ too", async () => {
    await both(order, () => report("Elm Health Limited", NEWER, "Z99002"));
    expect(await told("Z99002")).toMatchObject({ who: "partnership", doubts: ["another-runner"] });
  });

  it("a list's row is a person's", async () => {
    const list = `Place,Postcode,Kind of care,Provider,Kind of provider,Since,Register code\nAlder Surgery,CA1 1EB,GP practice,Elm Health Limited,company,2025-05-01,Z99001\n`;
    const { says: _, ...document } = source(NEWER);
    await both(order, () => importList(db, list, { source: document }));
    expect(await told()).toMatchObject({ services: [NEWER], doubts: ["another-runner"] });
  });
});

describe("a list's preview says beforehand what it puts in doubt", () => {
  const row = (provider: string, code = "Z99001", kind = "company") =>
    `Place,Postcode,Kind of care,Provider,Kind of provider,Since,Register code\n${code === "Z99001" ? "Alder Surgery" : "Birch Practice"},CA1 1EB,GP practice,${provider},${kind},2025-05-01,${code}\n`;
  const warned = async (list: string) => {
    const { says: _, ...document } = source(NEWER);
    const batchId = await stage(db, world.admin, list, { source: document });
    return (await listRows(db, batchId)).flatMap(({ warnings }) =>
      warnings.filter(({ code }) => code === "registered-to-another").map(({ detail }) => detail),
    );
  };

  it.each([
    ["another than is registered", row("Elm Health Limited"), ["Alder Care Limited"]],
    ["the same", row("Alder Care Limited"), []],
    ["its short name", row("Alder Care"), []],
    ["a company where partners are registered", row("Elm Health Limited", "Z99002"), ["a partnership"]],
    ["a partnership where partners are", row("Drs Ash", "Z99002", "GP partnership"), []],
  ])("%s", async (_, list, expected) => {
    await register();
    expect(await warned(list)).toEqual(expected);
  });

  it("not where that is in doubt already, nor before a register was here", async () => {
    expect(await warned(row("Elm Health Limited"))).toEqual([]);
    await register();
    await report("Elm Health Limited", NEWER);
    expect(await warned(row("Rowan Care Limited"))).toEqual([]);
  });
});

describe("a report that names somebody else than is registered", () => {
  it("takes the practice out of what is answered, with its source; taken back, so is the doubt", async () => {
    await register();
    expect(await kinds()).toEqual(["not-checked 1", "partnership 1"]);
    const { serviceId, batchId } = await report("Elm Health Limited", NEWER, "Z99001", true);
    expect(await kinds()).toEqual(["doubt 1", "partnership 1"]);
    const [provider] = await db
      .select({ sourceId: claims.sourceId })
      .from(claims)
      .where(and(eq(claims.recordId, serviceId), eq(claims.field, "provider")));
    expect(await said()).toEqual({
      value: { key: CARE.id, doubts: ["another-runner"] },
      sourceId: provider?.sourceId,
      says: "Worked out from this source and the register: they name different organisations here.",
    });
    const subject = { type: "place", id: await placeOf("Z99001") };
    const audited = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, subject.id));
    expect(audited.at(-1)).toMatchObject({ action: "record.changed", actorId: world.moderator.id });
    const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
    await undoChange(db, world.admin, { batchId, version, reason: "It was another surgery." });
    expect(await told()).toEqual({ services: [], who: "Alder Care Limited", doubts: [] });
    expect(await kinds()).toEqual(["not-checked 1", "partnership 1"]);
  });

  it("corrected to whoever is registered, is no doubt any more; corrected away, it is one whatever day its source is of", async () => {
    await register();
    const { serviceId } = await report("Alder Care Limited", NEWER);
    const correct = (proposed: string, day: string) =>
      saveChange(db, world.moderator, {
        proposal: {
          kind: "correction",
          v: 1,
          recordType: "service",
          recordId: serviceId,
          field: "provider",
          proposed,
          sources: [source(day)],
          note: "",
        },
        reportId: null,
        decidedOn: "2026-11-29",
        reason: REASON,
      });
    await correct("Elm Health Limited", OLDER);
    expect(await told()).toEqual({
      services: [OLDER],
      who: "Alder Care Limited",
      doubts: ["another-runner"],
    });
    // Whatever the register repeats, somebody looked at both.
    await bringCqc(world, "2026-11-20", activeCsv([CARE, PARTNERS], "19 November 2026"));
    expect(await told()).toEqual({
      services: [OLDER],
      who: "Alder Care Limited",
      doubts: ["another-runner"],
    });
    await correct("Alder Care Limited", NEWER);
    expect((await told()).doubts).toEqual([]);
  });

  it("and another who takes over from a service of whoever is registered", async () => {
    await register();
    const { serviceId } = await report("Alder Care Limited", OLDER);
    const { batchId } = await saveChange(db, world.moderator, {
      proposal: {
        kind: "change",
        v: 1,
        change: "new-provider",
        serviceId,
        providerName: "Elm Health Limited",
        providerKind: "company",
        on: "2026-10-20",
        sources: [source(NEWER)],
        note: "",
      },
      reportId: null,
      decidedOn: "2026-11-29",
      reason: REASON,
    });
    expect(await told()).toEqual({
      services: [NEWER],
      who: "Alder Care Limited",
      doubts: ["another-runner"],
    });
    const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
    await undoChange(db, world.admin, { batchId, version, reason: "It was another surgery." });
    expect(await told()).toEqual({ services: [REGISTER], who: "Alder Care Limited", doubts: [] });
  });
});

it("what a person found of who owns an organisation decides what later editions count of it", async () => {
  await register();
  const [{ id: recordId = "" } = {}] = await db
    .select()
    .from(providers)
    .where(eq(providers.name, CARE.provider ?? ""));
  const correct = (field: "legal-form" | "owner-class", proposed: string) =>
    saveChange(db, world.moderator, {
      proposal: {
        kind: "correction",
        v: 1,
        recordType: "provider",
        recordId,
        field,
        proposed,
        sources: [source(NEWER)],
        note: "",
      },
      reportId: null,
      decidedOn: "2026-11-29",
      reason: REASON,
    });
  const running = async (code: string) => (await told(code)).services;
  expect([await running("Z99001"), await running("Z99003")]).toEqual([[], []]);
  await correct("legal-form", "company");
  await correct("owner-class", "others");
  expect(await running("Z99001")).toEqual(["2026-10-01"]);
  const name = "Cedar Medical Centre";
  const moreOfIt = { ...CARE, id: "1-199", code: "Z99003", since: "2026-09-01", name };
  await bringCqc(world, "2026-11-02", activeCsv([CARE, PARTNERS, moreOfIt], "1 November 2026"));
  expect([await running("Z99001"), await running("Z99003")]).toEqual([["2026-11-01"], ["2026-11-01"]]);
});
