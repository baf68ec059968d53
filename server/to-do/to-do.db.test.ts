import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  makeArea,
  makeCampaigner,
  makeContract,
  makePlace,
  makeProvider,
  makeService,
  makeSource,
} from "@/db/factories";
import { clinicPages } from "@/db/reference/clinic-pages";
import { auditEntries, checks, placeAddresses, placeRegistrations, serviceContracts } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { MOST_TASKS_TAKEN } from "@/domain/to-do/task";
import { loadDoubtLeads } from "@/server/registers/load-doubt-leads";
import { loadToDo } from "./load-to-do";
import { giveTaskBack, takeTask } from "./take-task";

const db = testDb();
const NOW = new Date("2026-11-29T12:00:00Z");
const AREA = "council/somewhere";
let areaId: string;
let anna: CampaignerActor;
let bert: CampaignerActor;

beforeEach(async () => {
  areaId = (await makeArea(db, { kind: "council", slug: "somewhere", nation: "england" })).id;
  [anna, bert] = (await Promise.all(
    ["anna@example.org", "bert@example.org"].map(async (email) => {
      const { id } = await makeCampaigner(db, { email });
      return { kind: "campaigner", id, role: "campaigner" } as const;
    }),
  )) as [CampaignerActor, CampaignerActor];
});

let number = 0;
function practice(given: Parameters<typeof makePlace>[1] = {}) {
  number += 1;
  return makePlace(db, { kind: "gp-practice", ...given }, { areaIds: [areaId], odsCode: `T${number}` });
}
const check = async (placeId: string, checkedOn: string, dueAgainOn: string) =>
  db.insert(checks).values({
    placeId,
    result: "not-outsourced",
    checkedOn,
    dueAgainOn,
    proof: "register-holder",
    sourceId: (await makeSource(db)).id,
    recordedBy: "test",
  });
const listed = async (actor: CampaignerActor = anna) => {
  const { groups } = await loadToDo(db, actor, AREA, NOW);
  return Object.fromEntries(groups.map(({ kind, tasks }) => [kind, tasks.map(({ name }) => name)]));
};

describe("what is left to find out in an area", () => {
  it("is the address of a clinic known by its town, with the page that may state it", async () => {
    const [[code, page] = ["", ""]] = clinicPages();
    for (const [name, odsCode] of [
      ["Ears", "ZZ9ZZ"],
      ["Eyes", code],
    ] as const) {
      const place = await makePlace(db, { kind: "clinic", name }, { odsCode, areaIds: [areaId] });
      await db.update(placeAddresses).set({ precision: "town" }).where(eq(placeAddresses.placeId, place.id));
      await makeService(db, { name, placeId: place.id, lastConfirmedOn: "2026-10-01" });
    }
    const { groups } = await loadToDo(db, anna, AREA, NOW);
    const [{ kind, tasks } = { kind: null, tasks: [] }] = groups;
    expect(kind).toBe("place-not-exact");
    expect(tasks.map(({ name, look }) => [name, look])).toEqual([
      ["Ears", null],
      ["Eyes", page],
    ]);
  });

  it("is places without an answer, and those whose check is over", async () => {
    await practice({ name: "Nobody Looked" });
    await check((await practice({ name: "Long Ago" })).id, "2025-01-01", "2026-01-01");
    await check((await practice({ name: "Lately" })).id, "2026-10-01", "2027-10-01");
    await practice({ name: "Off The Site", visibility: "withheld" });
    const elsewhere = await makeArea(db, { kind: "council", slug: "elsewhere" });
    await makePlace(db, { kind: "gp-practice" }, { areaIds: [elsewhere.id], odsCode: "X1" });
    expect(await listed()).toEqual({ "place-not-checked": ["Nobody Looked"], "check-due": ["Long Ago"] });
    expect((await loadToDo(db, anna, AREA, NOW)).places).toEqual({ known: 3, answered: 2 });
  });

  it("is a practice whose registration is in doubt, with the reason", async () => {
    const { id: placeId } = await practice({ name: "In Doubt" });
    const day = "2013-04-01";
    await db.insert(placeRegistrations).values({
      placeId,
      locationId: "1-1",
      form: "partnership",
      registeredOn: day,
      since: day,
      confirmedOn: "2024-10-16",
      isLatest: true,
      doubts: ["several-on-one-day"],
    });
    await practice({ name: "Nobody Looked" });
    const { groups } = await loadToDo(db, anna, AREA, NOW);
    expect(groups.flatMap(({ tasks }) => tasks.map(({ name, doubts }) => [name, doubts]))).toEqual([
      ["In Doubt", ["several-on-one-day"]],
      ["Nobody Looked", []],
    ]);
    expect((await loadDoubtLeads(db, anna)).reasons).toMatchObject([
      { doubt: "several-on-one-day", practices: [{ name: "In Doubt" }] },
    ]);
    await expect(loadDoubtLeads(db, VISITOR)).rejects.toMatchObject({ reason: "sign-in" });
  });

  it("is services that nobody is named for, confirmed long ago, known by their town, and contracts that end", async () => {
    const address = { town: "Carlisle", postcode: "CA2 7HY" };
    const place = await makePlace(db, { kind: "clinic" }, { areaIds: [areaId], address });
    const WHERE = "Carlisle, CA2 7HY";
    const at = (name: string, given = {}) =>
      makeService(db, { name, placeId: place.id, lastConfirmedOn: "2026-10-01", ...given });
    await at("Named");
    await at("Not named", { providerId: null });
    await at("Of long ago", { lastConfirmedOn: "2024" });
    await at("Over", { providerId: null, status: "ended" });
    const ending = await at("With a contract");
    for (const [endsOn, noticeReference] of [
      ["2027-03-31", "A"],
      ["2031-03-31", "B"],
      ["2026-01-01", "C"],
    ]) {
      const contract = await makeContract(db, { endsOn, noticeReference });
      await db.insert(serviceContracts).values({ serviceId: ending.id, contractId: contract.id });
    }
    const { groups } = await loadToDo(db, anna, AREA, NOW);
    const asked = groups.flatMap(({ tasks }) =>
      tasks.map(({ kind, where, reports }) => [
        kind,
        where,
        reports.map(({ path }) => path.replace(/^.*?&/, "")),
      ]),
    );
    expect(asked).toEqual([
      ["no-provider", WHERE, ["question=wrong&field=provider"]],
      ["not-confirmed", WHERE, ["question=still-there", "question=ended"]],
      ["contract-ends", WHERE, ["question=still-there", "question=new-provider", "question=ended"]],
    ]);
    expect(await listed()).toEqual({
      "no-provider": ["Not named"],
      "not-confirmed": ["Of long ago"],
      "contract-ends": ["With a contract"],
    });
  });

  it("is organisations registered there of which no source says who owns them, each once", async () => {
    const [unknown, known] = [
      await makeProvider(db, { name: "Unknown Ltd" }),
      await makeProvider(db, { name: "Known Ltd", ownerClass: "nhs" }),
    ];
    for (const [index, providerId] of [unknown.id, unknown.id, known.id].entries())
      await db.insert(placeRegistrations).values({
        placeId: (await practice()).id,
        locationId: `1-${index}`,
        form: "organisation",
        registeredOn: "2020-01-01",
        since: "2020-01-01",
        providerId,
        isLatest: true,
        doubts: [],
        confirmedOn: "2024-10-01",
      });
    expect((await listed())["owner-not-known"]).toEqual(["Unknown Ltd"]);
  });

  it("is for people who signed in, and of no area where none is chosen", async () => {
    await expect(loadToDo(db, VISITOR, AREA, NOW)).rejects.toMatchObject({ reason: "sign-in" });
    for (const asked of ["", "council/nowhere", "nation/england", "constituency"])
      expect(await loadToDo(db, anna, asked, NOW)).toMatchObject({ area: null, groups: [] });
  });
});

describe("looking something up", () => {
  const task = async () => ({ kind: "place-not-checked", recordId: (await practice()).id });
  const takenOf = async (actor: CampaignerActor, now = NOW) =>
    (await loadToDo(db, actor, AREA, now)).groups[0]?.tasks[0]?.taken;

  it("is one person's for a week, then anybody's, and is in the audit", async () => {
    const asked = await task();
    await takeTask(db, anna, asked, NOW);
    expect(await takenOf(anna)).toEqual({ isOwn: true, until: "2026-12-06" });
    expect(await takenOf(bert)).toEqual({ isOwn: false, until: "2026-12-06" });
    await expect(takeTask(db, bert, asked, NOW)).rejects.toMatchObject({ what: "task-taken" });
    const later = new Date("2026-12-06T12:00:00Z");
    expect(await takenOf(bert, later)).toBeNull();
    await takeTask(db, bert, asked, later);
    expect(await takenOf(anna, later)).toEqual({ isOwn: false, until: "2026-12-13" });
    const said = await db
      .select({ action: auditEntries.action, by: auditEntries.actorId })
      .from(auditEntries);
    expect(said).toEqual([
      { action: "task.taken", by: anna.id },
      { action: "task.taken", by: bert.id },
    ]);
  });

  it("is given back by whoever has it, and by nobody else", async () => {
    const asked = await task();
    await takeTask(db, anna, asked, NOW);
    await giveTaskBack(db, bert, asked);
    expect(await takenOf(anna)).toMatchObject({ isOwn: true });
    await giveTaskBack(db, anna, asked);
    expect(await takenOf(anna)).toBeNull();
  });

  it("stops at twenty, and what one has already may be kept for longer", async () => {
    const tasks = [];
    for (let index = 0; index <= MOST_TASKS_TAKEN; index++) tasks.push(await task());
    const [first = await task(), ...others] = tasks;
    for (const other of others) await takeTask(db, anna, other, NOW);
    await expect(takeTask(db, anna, first, NOW)).rejects.toMatchObject({ what: "tasks-enough" });
    const next = new Date("2026-11-30T12:00:00Z");
    await takeTask(db, anna, others[0] ?? first, next);
    expect((await loadToDo(db, anna, "", NOW)).own).toBe(MOST_TASKS_TAKEN);
  });

  it("is refused to visitors, and of what is no task", async () => {
    const asked = await task();
    await expect(takeTask(db, VISITOR, asked, NOW)).rejects.toMatchObject({ reason: "sign-in" });
    await expect(giveTaskBack(db, VISITOR, asked)).rejects.toMatchObject({ reason: "sign-in" });
    await expect(takeTask(db, anna, { ...asked, kind: "alchemy" }, NOW)).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(takeTask(db, anna, { ...asked, recordId: "x" }, NOW)).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
