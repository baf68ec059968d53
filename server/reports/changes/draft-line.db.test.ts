import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeArea, makeCampaigner } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findCommissionerName } from "@/db/queries/commissioners";
import { replaceModeratorAreas } from "@/db/queries/moderator-areas";
import { listLines } from "@/db/queries/service-lines";
import { contracts, services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { type CampaignerActor, systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { REPORT_APPROVED } from "@/domain/records/change-batch";
import type { Correction } from "@/domain/reports/change-proposals";
import { loadRecordHistory } from "@/server/pages/load-record-history";
import { loadServicePage } from "@/server/pages/load-service-page";
import { loadHistory } from "@/server/records/load-history";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { rehearse } from "@/server/records/rehearse";
import { saveRecords } from "@/server/records/save-records";
import { withholdRecord } from "@/server/records/withhold-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { saveChange } from "@/server/reports/changes/save-change";
import { beginChanges, CITED, CITED_IN_FORM, SENT } from "@/server/reports/changes/testing-change";
import { previewChange } from "@/server/reports/pages/preview-change";
import { isOwnWork } from "@/server/second-looks/own-work";

const db = testDb();
const CONTRACT = {
  contractType: "apms",
  noticeReference: "2024/S 000-001234",
  covers: "Lenses for the north",
  contractStartsOn: "2024-04-01",
  contractEndsOn: "2026-03-31",
  valuePounds: "1250000",
} as const;

let begun: Awaited<ReturnType<typeof beginChanges>>;
let serviceId: string;
let north: { id: string };
let south: { id: string };
beforeEach(async () => {
  begun = await beginChanges(db);
  serviceId = begun.world.ids.service;
  north = await makeArea(db, { kind: "icb", code: "E54000990", nameEn: "Northern board" });
  south = await makeArea(db, { kind: "icb", code: "E54000991", nameEn: "Southern board" });
});

const correction = (
  field: Correction["field"],
  proposed: Correction["proposed"],
  lineId?: string,
  recordId = serviceId,
): Correction => ({
  ...SENT,
  kind: "correction",
  recordType: "service",
  recordId,
  field,
  proposed,
  ...(lineId === undefined ? {} : { lineId }),
});
const save = (...of: Parameters<typeof correction>) => begun.save(correction(...of));
const lines = async (id = serviceId) =>
  (await listLines(db, id)).map(({ kind, name }) => `${kind} ${name}`).sort();
const lineOf = async (kind: string, id = serviceId) =>
  (await listLines(db, id)).find((line) => line.kind === kind)?.id ?? "";
const contractRow = async () =>
  (
    await db
      .select()
      .from(contracts)
      .where(eq(contracts.id, await lineOf("contract")))
  )[0];
const refused = (field: string, problem: string) => ({ fields: { [field]: problem } });

describe("who pays for a service", () => {
  test("is said, corrected, renamed wherever it stands, and dropped: each is taken back by itself", async () => {
    const before = await lines();
    await save("commissioner", "Northern payers");
    expect(await lines()).toEqual([...before, "commissioner Northern payers"].sort());
    const corrected = await save("commissioner", "Southern payers");
    expect(await lines()).toContain("commissioner Southern payers");
    const payer = await lineOf("commissioner");
    const renamed = await save("commissioner-name", "Payers of the south", payer);
    expect(await lines()).toContain("commissioner Payers of the south");
    const spelt = await save("commissioner-name", "Payers of the South", payer);
    expect(await lines()).toContain("commissioner Payers of the South");
    const gone = await save("commissioner-dropped", "dropped", payer);
    expect(await lines()).toEqual(before);
    const page = await loadServicePage(begun.world.refs.service, db);
    expect(page?.claims.find(({ field, isInForce }) => field === "commissioner" && isInForce)?.value).toEqual(
      { commissionerId: payer, isSo: false },
    );
    for (const one of [gone, spelt, renamed]) await begun.undo(one);
    expect(await lines()).toContain("commissioner Southern payers");
    await begun.undo(corrected);
    expect(await lines()).toContain("commissioner Northern payers");
  });

  test.each([
    ["what it says already", "commissioner", "northern  PAYERS", "line-says-so"],
    ["the name that it has", "commissioner-name", "Northern payers", "line-says-so"],
    ["the name of another", "commissioner-name", "Southern payers", "payer-taken"],
  ] as const)("is refused: %s", async (_, field, proposed, problem) => {
    await save("commissioner", "Southern payers", undefined, await otherService());
    await save("commissioner", "Northern payers");
    const line = field === "commissioner" ? undefined : await lineOf("commissioner");
    await expect(save(field, proposed, line)).rejects.toMatchObject(refused("proposed", problem));
  });

  test("a payer that is not the service’s any more is not corrected by mistake for another", async () => {
    await save("commissioner", "Northern payers");
    const former = await lineOf("commissioner");
    await save("commissioner", "Southern payers");
    for (const field of ["commissioner-dropped", "commissioner-name", "commissioner"] as const) {
      const proposed = field === "commissioner-dropped" ? "dropped" : "Payers";
      await expect(save(field, proposed, former)).rejects.toMatchObject({ what: "line-gone" });
    }
  });
});

describe("an area that a service serves", () => {
  test("is added, put right and dropped; a later source that says it again wins by its day", async () => {
    const before = await lines();
    await save("serves-area", north.id);
    expect(await lines()).toEqual([...before, "area Northern board"].sort());
    await save("serves-area", south.id, north.id);
    expect(await lines()).toEqual([...before, "area Southern board"].sort());
    await save("serves-area-dropped", "dropped", south.id);
    expect(await lines()).toEqual(before);
    await expect(save("serves-area-dropped", "dropped", south.id)).rejects.toMatchObject({
      what: "line-gone",
    });
    await expect(save("serves-area", begun.world.ids.place)).rejects.toMatchObject(
      refused("proposed", "choice"),
    );
    await say("service", serviceId, "serves-area", { areaId: south.id }, "2026-11-01");
    expect(await lines()).toContain("area Southern board");
    await expect(save("serves-area", south.id)).rejects.toMatchObject(refused("proposed", "line-says-so"));
    // Somebody looked at both: an older source that shows it is not so is believed.
    await save("serves-area-dropped", "dropped", south.id);
    expect(await lines()).toEqual(before);
  });

  test("is the last thing that a service without a place has, and its name goes with it", async () => {
    const id = await servedOnly();
    await expect(save("serves-area-dropped", "dropped", north.id, id)).rejects.toMatchObject({
      what: "last-area",
    });
    await save("serves-area", south.id, north.id, id);
    expect(await begun.serviceRow(id)).toMatchObject({ name: "Patient transport for Southern board" });
    expect(await lines(id)).toEqual(["area Southern board"]);
  });
});

describe("a contract of a service", () => {
  test("is added with what the source says, corrected fact by fact, and dropped", async () => {
    const added = await save("contract", CONTRACT);
    expect(await contractRow()).toMatchObject({
      type: "apms",
      noticeReference: "2024/S 000-001234",
      endsOn: "2026-03-31",
      valuePounds: 1_250_000,
    });
    const id = await lineOf("contract");
    const before = await contractRow();
    const made = [
      await save("contract-ends-on", "2028-03", id),
      await save("contract-value-pounds", "2000000", id),
      await save("contract-type", "nhs-standard-contract", id),
      await save("contract-award-route", "competitive", id),
      await save("contract-holder", "Okapi Ltd", id),
      await save("contract-commissioner", "Northern payers", id),
      await save("contract-covers", "All lenses", id),
    ];
    expect(await contractRow()).toMatchObject({
      type: "nhs-standard-contract",
      awardRoute: "competitive",
      endsOn: "2028-03",
      valuePounds: 2_000_000,
      holderId: begun.world.ids.provider,
      covers: "All lenses",
    });
    for (const one of made.reverse()) await begun.undo(one);
    expect({ ...(await contractRow()), version: 0 }).toEqual({ ...before, version: 0 });
    await save("contract-dropped", "dropped", id);
    expect(await lineOf("contract")).toBe("");
    await expect(save("contract-ends-on", "2029", id)).rejects.toMatchObject({ what: "line-gone" });
    await begun.undo(added);
    expect((await db.select().from(contracts).where(eq(contracts.id, id)))[0]?.visibility).toBe("withheld");
  });

  test("of a notice that we hold is that contract, on each service’s page", async () => {
    await save("contract", CONTRACT);
    const other = await otherService();
    await save("contract", { ...CONTRACT, covers: "" }, undefined, other);
    expect(await lineOf("contract", other)).toBe(await lineOf("contract"));
    await save("contract-ends-on", "2029", await lineOf("contract"), other);
    expect(await contractRow()).toMatchObject({ endsOn: "2029", covers: "Lenses for the north" });
    await expect(save("contract", CONTRACT)).rejects.toMatchObject(
      refused("noticeReference", "line-says-so"),
    );
  });

  test("of a notice that we hold keeps what is known of it where the form says nothing, and its reference as it is", async () => {
    await save("contract", CONTRACT);
    const [before, id] = [await contractRow(), await lineOf("contract")];
    const other = await otherService();
    const empty = {
      contractType: "",
      covers: "",
      contractStartsOn: "",
      contractEndsOn: "",
      valuePounds: "",
    } as const;
    const again = { noticeReference: " 2024/s 000-001234", ...empty } as const;
    const added = await save("contract", again, undefined, other);
    expect({ ...(await contractRow()), version: 0 }).toEqual({ ...before, version: 0 });
    expect(await lineOf("contract", other)).toBe(id);
    const late = { ...again, contractStartsOn: "2027" };
    await begun.undo(added);
    await expect(save("contract", late, undefined, other)).rejects.toMatchObject(
      refused("contractStartsOn", "contract-order"),
    );
    await save("contract", { ...again, valuePounds: "3000000" }, undefined, other);
    expect(await contractRow()).toMatchObject({ type: "apms", valuePounds: 3_000_000, endsOn: "2026-03-31" });
  });

  test("whose type nobody says is of none that a source would have to stand for, and is called so in words", async () => {
    await save("contract", { ...CONTRACT, contractType: "", noticeReference: "" });
    expect(await contractRow()).toMatchObject({ type: "unknown" });
    const claims = await findClaimsByRecord(db, "contract", [await lineOf("contract")]);
    expect([...claims.values()].flat().map(({ field }) => field)).not.toContain("type");
    const other = await otherService();
    const bare = { ...CONTRACT, noticeReference: "", covers: "" };
    await save("contract", bare, undefined, other);
    expect(await lines(other)).toContain("contract APMS contract");
    expect((await loadServicePage(begun.world.slugs.services[1] ?? "", db))?.names).toContainEqual([
      await lineOf("contract", other),
      { name: "APMS contract", path: null },
    ]);
  });

  test("is not given the reference of another", async () => {
    await save("contract", CONTRACT);
    await save("contract", { ...CONTRACT, noticeReference: "Another" }, undefined, await otherService());
    await expect(
      save("contract-notice-reference", "another", await lineOf("contract")),
    ).rejects.toMatchObject(refused("proposed", "contract-taken"));
    await expect(
      save("contract-notice-reference", "2024/S 000-001235", await lineOf("contract")),
    ).resolves.toBeDefined();
  });

  test.each([
    ["an end before its start", "contract-ends-on", "2023", "contract-order"],
    ["a start after its end", "contract-starts-on", "2027-01", "contract-order"],
    ["what it says", "contract-value-pounds", "1250000", "line-says-so"],
  ] as const)("is refused: %s", async (_, field, proposed, problem) => {
    await save("contract", CONTRACT);
    await expect(save(field, proposed, await lineOf("contract"))).rejects.toMatchObject(
      refused("proposed", problem),
    );
  });

  test("is changed by those who decide in the areas of all its services, and a payer’s name by those who decide everywhere", async () => {
    await save("commissioner", "Northern payers");
    await save("contract", CONTRACT);
    const far = await servedOnly();
    await save("contract", CONTRACT, undefined, far);
    await save("serves-area", south.id);
    const { id } = await makeCampaigner(db, { role: "moderator" });
    const limited: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
    await replaceModeratorAreas(db, id, [south.id]);
    const act = (proposal: Correction) =>
      saveChange(db, limited, {
        proposal,
        reportId: null,
        decidedOn: "2026-11-29",
        reason: "It says so there.",
      });
    const outside = { reason: "outside-areas" };
    const ends = correction("contract-ends-on", "2029", await lineOf("contract"));
    await expect(act(ends)).rejects.toMatchObject(outside);
    const renamed = correction("commissioner-name", "Payers", await lineOf("commissioner"));
    await expect(act(renamed)).rejects.toMatchObject(outside);
    await replaceModeratorAreas(db, id, [south.id, north.id]);
    await expect(act(ends)).resolves.toBeDefined();
  });
});

describe("what readers and moderators are told", () => {
  test("what happened to a contract or a payer is in the history of every service that has it, while it has it", async () => {
    await save("commissioner", "Northern payers");
    await save("contract", CONTRACT);
    const other = await otherService();
    await save("contract", CONTRACT, undefined, other);
    const id = await lineOf("contract");
    const changes = async () => (await loadServicePage(begun.world.refs.service, db))?.changes.length ?? 0;
    const before = await changes();
    const made = await save("contract-ends-on", "2028-03-31", id);
    expect(await changes()).toBe(before + 1);
    await save("commissioner-name", "Payers of the north", await lineOf("commissioner"));
    for (const slug of begun.world.slugs.services) {
      const history = await loadRecordHistory("service", slug, db);
      const event = history?.events.find(({ of }) => of?.type === "contract");
      expect(event).toMatchObject({
        of: { name: "2024/S 000-001234" },
        reason: "A moderator changed this",
        rows: [{ before: { value: "2026-03-31" }, after: { value: "2028-03-31" } }],
        sources: [{ title: CITED.title }],
      });
    }
    const own = (await loadRecordHistory("service", begun.world.refs.service, db))?.events ?? [];
    expect(own.map(({ of }) => of?.type ?? "own").slice(0, 2)).toEqual(["commissioner", "contract"]);
    expect(own.filter(({ of }) => of !== null)).toHaveLength(2);
    // Moderators see who, why, and take it back from either service.
    for (const slug of begun.world.slugs.services) {
      const [event] = (await loadHistory(db, begun.actor, "service", slug)).events.filter(
        ({ of }) => of?.type === "contract",
      );
      expect(event).toMatchObject({
        undo: { batchId: made.batchId },
        because: expect.stringContaining("Xqsmith"),
      });
      expect(event?.who).not.toBeNull();
    }
    await begun.undo(made);
    const after = await loadRecordHistory("service", begun.world.refs.service, db);
    expect(after?.events[0]).toMatchObject({
      of: { type: "contract" },
      reason: "A change was taken back",
      rows: [],
    });
    await save("contract-dropped", "dropped", id);
    await save("contract-ends-on", "2030", id, other);
    const dropped = await loadRecordHistory("service", begun.world.refs.service, db);
    expect(JSON.stringify(dropped)).not.toContain("2030");
  });

  test("nothing of it is left once the service, or the source that said it, is off the site", async () => {
    await save("commissioner", "Northern payers");
    await save("contract", CONTRACT);
    await save("contract-covers", "Every lens", await lineOf("contract"));
    const words = ["Northern payers", "2024/S 000-001234", "Every lens", "Lenses for the north", CITED.title];
    const before = await toldOf(db);
    for (const word of words) expect(before).toContain(word);
    const reason = "The provider says that this is untrue";
    for (const [type, ref] of [
      ["service", begun.world.refs.service],
      ["source", CITED.url],
    ] as const) {
      const withheld = await withheldFor(type, ref, reason);
      for (const word of words) expect(withheld).not.toContain(word);
    }
  });

  test("whoever changed a contract from another service’s page does not answer a complaint about this one", async () => {
    await save("contract", CONTRACT);
    const other = await otherService();
    await makeCampaigner(db, { role: "moderator" });
    const { id } = await makeCampaigner(db, { role: "moderator" });
    const colleague: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
    await saveChange(db, colleague, {
      proposal: correction("contract", CONTRACT, undefined, other),
      reportId: null,
      decidedOn: "2026-11-29",
      reason: "It says so there.",
    });
    expect(await isOwnWork(db, colleague, { recordType: "service", recordId: serviceId })).toBe(true);
    expect(await isOwnWork(db, begun.author, { recordType: "service", recordId: serviceId })).toBe(false);
  });
});

test("what a report would change of a line is shown beside what is there, without doing it", async () => {
  await save("contract", CONTRACT);
  await save("serves-area", north.id);
  const id = await lineOf("contract");
  const rows = async (...of: Parameters<typeof correction>) =>
    (await previewChange(db, correction(...of))).rows;
  const contract = { is: "text", text: "2024/S 000-001234" };
  expect(await rows("contract-ends-on", "2028-03", id)).toEqual([
    { field: "contract", before: contract, after: { is: "contract", name: "2024/S 000-001234", others: 0 } },
    {
      field: "contract-ends-on",
      before: { is: "date", date: "2026-03-31" },
      after: { is: "date", date: "2028-03" },
    },
  ]);
  expect(await rows("commissioner", "Nobody knows")).toEqual([
    { field: "commissioner", before: null, after: { is: "new-name", key: "Nobody knows" } },
  ]);
  expect(await rows("contract-holder", "Okapi Ltd", id)).toMatchObject([
    {},
    { before: null, after: { is: "text", text: "Okapi Ltd" } },
  ]);
  const area = { is: "text", text: "Northern board" };
  expect(await rows("serves-area", south.id, north.id)).toMatchObject([
    { before: area, after: { text: "Southern board" } },
  ]);
  expect(await rows("serves-area-dropped", "dropped", north.id)).toMatchObject([
    { before: area, after: { is: "dropped", key: "Northern board" } },
  ]);
});

describe("what a report would change of a contract that others have too", () => {
  const rows = async (...of: Parameters<typeof correction>) =>
    (await previewChange(db, correction(...of))).rows;
  const named = { is: "text", text: "2024/S 000-001234" };

  test("is shown with the contract as it stands and how many other services change with it", async () => {
    await save("contract", CONTRACT);
    const other = await otherService();
    const given = { ...CONTRACT, contractType: "", covers: "All lenses", contractEndsOn: "2029" } as const;
    const shared = { is: "contract", name: "2024/S 000-001234", others: 1 };
    const adding = await rows("contract", given, undefined, other);
    expect(adding).toMatchObject([
      { field: "contract", before: null, after: shared },
      { field: "contract-covers", before: { text: "Lenses for the north" }, after: { text: "All lenses" } },
      { field: "contract-starts-on", before: { date: "2024-04-01" }, after: { date: "2024-04-01" } },
      { field: "contract-ends-on", before: { date: "2026-03-31" }, after: { date: "2029" } },
      { field: "contract-value-pounds", before: { text: "£1,250,000" } },
    ]);
    await save("contract", given, undefined, other);
    // What it told beforehand is what stands there now.
    expect((await rows("contract", given, undefined, other)).map(({ before }) => before).slice(1)).toEqual(
      adding.map(({ after }) => after).slice(1),
    );
    expect((await rows("contract-ends-on", "2030", await lineOf("contract")))[0]).toEqual({
      field: "contract",
      before: named,
      after: shared,
    });
    const older = correction("contract", given, undefined, other);
    const [cited] = SENT.sources;
    const { rows: stays } = await previewChange(db, {
      ...older,
      proposed: { ...given, covers: "Older words" },
      sources: [{ ...cited, publishedOn: "2020" }],
    } as Correction);
    expect(stays.find(({ field }) => field === "contract-covers")).toMatchObject({
      before: { text: "All lenses" },
      after: { text: "All lenses" },
    });
  });

  test("of a contract that we do not have is all that is said of it", async () => {
    expect(await rows("contract", { ...CONTRACT, contractType: "" })).toHaveLength(5);
    expect((await rows("contract", CONTRACT)).map(({ before }) => before)).toEqual(Array(6).fill(null));
  });

  test.each(["contract-covers", "contract-dropped", "contract-holder"] as const)(
    "tells nothing of one that is not the service’s: %s",
    async (field) => {
      const other = await otherService();
      await save("contract", { ...CONTRACT, covers: "Xqsmith’s secret" }, undefined, other);
      const id = await lineOf("contract", other);
      const proposed = field === "contract-dropped" ? "dropped" : "All lenses";
      const told = JSON.stringify(await previewChange(db, correction(field, proposed, id)));
      for (const word of ["Xqsmith", CONTRACT.noticeReference]) expect(told).not.toContain(word);
    },
  );
});

test.each([
  ["a contract that is another service’s", "contract-covers", "theirs"],
  ["an area where a payer is meant", "commissioner-name", "area"],
  ["a line that never was", "contract-dropped", "none"],
  ["no line where one is needed", "contract-ends-on", ""],
  ["what is no id", "contract-dropped", "x"],
] as const)("a report is refused that names %s", async (_, field, which) => {
  const other = await otherService();
  await save("contract", CONTRACT, undefined, other);
  await save("serves-area", north.id);
  const ids = {
    theirs: await lineOf("contract", other),
    area: north.id,
    none: begun.world.ids.source,
    "": "",
    x: "x",
  };
  const about = { aboutType: "service", aboutId: serviceId, question: "wrong", ...CITED_IN_FORM };
  const sent = begun.send({ ...about, field, lineId: ids[which], proposed: "2030" });
  await expect(sent).rejects.toMatchObject(refused("note", "line-gone"));
});

test("a volunteer’s report of a contract’s end is published in the same way", async () => {
  await save("contract", CONTRACT);
  const about = { aboutType: "service", aboutId: serviceId, question: "wrong", ...CITED_IN_FORM };
  const ends = { field: "contract-ends-on", lineId: await lineOf("contract"), proposed: "31 March 2030" };
  await begun.publish({ ...about, ...ends });
  expect(await contractRow()).toMatchObject({ endsOn: "2030-03-31" });
  const history = await loadRecordHistory("service", begun.world.refs.service, db);
  expect(history?.events.find(({ of }) => of?.type === "contract")?.reason).toBe(REPORT_APPROVED);
  const far = begun.send({ ...about, ...ends, proposed: "2099" });
  await expect(far).rejects.toMatchObject(refused("proposed", "date-too-far"));
});

describe("merging, going back and rebuilding keep the lines", () => {
  test("a twin keeps its own, the entry that stays its own, and both are there again once they are split", async () => {
    const twin = await twinOf();
    await save("contract", CONTRACT);
    await save("serves-area", north.id);
    await save("contract", { ...CONTRACT, noticeReference: "Another", covers: "" }, undefined, twin);
    await save("serves-area", south.id, undefined, twin);
    await save("commissioner", "Northern payers", undefined, twin);
    await save("commissioner-dropped", "dropped", await lineOf("commissioner", twin), twin);
    const [own, theirs] = [await lines(), await lines(twin)];
    const merged = await begun.save({ kind: "same-as", v: 1, serviceId: twin, otherId: serviceId, note: "" });
    expect(await lines()).toEqual(own);
    expect((await begun.serviceRow(serviceId))?.commissionerId).toBeNull();
    await begun.undo(merged);
    expect([await lines(), await lines(twin)]).toEqual([own, theirs]);
  });

  test("going back to before an area was dropped brings it back; what its facts say is what its row says", async () => {
    await save("serves-area", north.id);
    await save("commissioner", "Northern payers");
    const then = new Date();
    const before = await lines();
    await save("serves-area-dropped", "dropped", north.id);
    await save("commissioner-dropped", "dropped", await lineOf("commissioner"));
    const { version } = (await begun.serviceRow(serviceId)) ?? { version: 0 };
    await revertRecord(db, begun.actor, {
      type: "service",
      id: serviceId,
      to: then.getTime() + 1,
      version: String(version),
      reason: "The board’s own page says it serves it.",
    });
    expect(await lines()).toEqual(before);
    expect(await rebuildRecords(db, systemActor("test"))).toMatchObject({ changed: [] });
  });
});

/** The service beside it in the small world. */
async function otherService(): Promise<string> {
  const { id } = (await rowOfSlug(begun.world.slugs.services[1] ?? "")) ?? { id: "" };
  return id;
}

async function rowOfSlug(slug: string) {
  return (await db.select().from(services).where(eq(services.slug, slug)))[0];
}

/** A service without a place that serves the northern board. */
async function servedOnly(): Promise<string> {
  return newService("22222222-2222-4222-8222-222222222222", [
    ["name", "Patient transport for Northern board"],
    ["category", "patient-transport"],
    ["status", "operating"],
    ["serves-area", { areaId: north.id }],
  ]);
}

async function twinOf(): Promise<string> {
  const { place: placeId, provider: providerId } = begun.world.ids;
  return newService("33333333-3333-4333-8333-333333333333", [
    ["name", "Lenses, again"],
    ["category", "eye-care"],
    ["status", "operating"],
    ["place", { placeId, addressKey: "main" }],
    ["provider", { providerId }],
  ]);
}

async function newService(id: string, facts: readonly [ClaimField, unknown][]): Promise<string> {
  const said = { sourceId: begun.world.ids.source, says: "It says so.", confirmedOn: "2026-03-01" };
  await saveRecords(
    db,
    systemActor("test"),
    [
      {
        recordType: "service",
        recordId: id,
        create: { slug: `service-${id.slice(0, 4)}`, visibility: "published" },
        claims: facts.map(([field, value]) => ({ ...said, field, value })),
      },
    ],
    { reason: "Brought", action: "record.published", subject: { type: "service", id } },
  );
  return id;
}

async function say(
  recordType: "service",
  recordId: string,
  field: ClaimField,
  value: unknown,
  confirmedOn: string,
) {
  const claim = { sourceId: begun.world.ids.source, says: "It says so.", confirmedOn, field, value };
  const context = {
    reason: "Brought",
    action: "record.published",
    subject: { type: recordType, id: recordId },
  } as const;
  await saveRecords(db, systemActor("test"), [{ recordType, recordId, claims: [claim] }], context);
}

/** What the public can read while something is off the site, which is taken back. */
async function withheldFor(type: "service" | "source", ref: string, reason: string): Promise<string> {
  return rehearse(db, async (inner) => {
    await withholdRecord(inner, begun.actor, { type, ref, reason });
    return toldOf(inner);
  });
}

/** What readers are told of the service, and of who pays for it where the map is sifted by that. */
async function toldOf(inner: Db): Promise<string> {
  const { service } = begun.world.refs;
  const [page, history] = [
    await loadServicePage(service, inner),
    await loadRecordHistory("service", service, inner),
  ];
  const payer = await findCommissionerName(inner, "northern-payers");
  return JSON.stringify([page, history, [...(page?.names ?? []), ...(history?.names ?? [])], page && payer]);
}
