import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeCampaigner } from "@/db/factories";
import { findCommissionerName } from "@/db/queries/commissioners";
import { contracts } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { REPORT_APPROVED } from "@/domain/records/change-batch";
import type { Correction } from "@/domain/reports/change-proposals";
import { loadRecordHistory } from "@/server/pages/load-record-history";
import { loadServicePage } from "@/server/pages/load-service-page";
import { loadHistory } from "@/server/records/load-history";
import { rehearse } from "@/server/records/rehearse";
import { withholdRecord } from "@/server/records/withhold-record";
import { saveChange } from "@/server/reports/changes/save-change";
import {
  beginChanges,
  CITED,
  CITED_IN_FORM,
  CONTRACT,
  correctionOf,
  lineOf,
  makeBoards,
  SENT,
} from "@/server/reports/changes/testing-change";
import { previewChange } from "@/server/reports/pages/preview-change";
import { isOwnWork } from "@/server/second-looks/own-work";

/** What is told of payers, contracts and areas: to readers, to moderators, and to whoever is about to send or decide a change of one. */
const db = testDb();
let begun: Awaited<ReturnType<typeof beginChanges>>;
let serviceId: string;
/** The service beside it. */
let other: string;
let north: string;
let south: string;
beforeEach(async () => {
  begun = await beginChanges(db);
  [serviceId, other] = [begun.world.ids.service, begun.other.service];
  ({ north, south } = await makeBoards(db));
});

const correction = (
  field: Correction["field"],
  proposed: Correction["proposed"],
  lineId?: string,
  recordId = serviceId,
) => correctionOf("service", recordId, field, proposed, lineId);
const save = (...of: Parameters<typeof correction>) => begun.save(correction(...of));
const contractRow = async () =>
  (
    await db
      .select()
      .from(contracts)
      .where(eq(contracts.id, await lineOf(db, serviceId, "contract")))
  )[0];
const refused = (field: string, problem: string) => ({ fields: { [field]: problem } });

describe("what readers and moderators are told", () => {
  test("what happened to a contract or a payer is in the history of every service that has it, while it has it", async () => {
    await save("commissioner", "Northern payers");
    await save("contract", CONTRACT);
    await save("contract", CONTRACT, undefined, other);
    const id = await lineOf(db, serviceId, "contract");
    const changes = async () => (await loadServicePage(begun.world.refs.service, db))?.changes.length ?? 0;
    const before = await changes();
    const made = await save("contract-ends-on", "2028-03-31", id);
    expect(await changes()).toBe(before + 1);
    await save("commissioner-name", "Payers of the north", await lineOf(db, serviceId, "commissioner"));
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
    await save("contract-covers", "Every lens", await lineOf(db, serviceId, "contract"));
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
  await save("serves-area", north);
  const id = await lineOf(db, serviceId, "contract");
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
  expect(await rows("serves-area", south, north)).toMatchObject([
    { before: area, after: { text: "Southern board" } },
  ]);
  expect(await rows("serves-area-dropped", "dropped", north)).toMatchObject([
    { before: area, after: { is: "dropped", key: "Northern board" } },
  ]);
});

describe("what a report would change of a contract that others have too", () => {
  const rows = async (...of: Parameters<typeof correction>) =>
    (await previewChange(db, correction(...of))).rows;
  const named = { is: "text", text: "2024/S 000-001234" };

  test("is shown with the contract as it stands and how many other services change with it", async () => {
    await save("contract", CONTRACT);
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
    expect((await rows("contract-ends-on", "2030", await lineOf(db, serviceId, "contract")))[0]).toEqual({
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
      await save("contract", { ...CONTRACT, covers: "Xqsmith’s secret" }, undefined, other);
      const id = await lineOf(db, other, "contract");
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
  await save("contract", CONTRACT, undefined, other);
  await save("serves-area", north);
  const ids = {
    theirs: await lineOf(db, other, "contract"),
    area: north,
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
  const ends = {
    field: "contract-ends-on",
    lineId: await lineOf(db, serviceId, "contract"),
    proposed: "31 March 2030",
  };
  await begun.publish({ ...about, ...ends });
  expect(await contractRow()).toMatchObject({ endsOn: "2030-03-31" });
  const history = await loadRecordHistory("service", begun.world.refs.service, db);
  expect(history?.events.find(({ of }) => of?.type === "contract")?.reason).toBe(REPORT_APPROVED);
  const far = begun.send({ ...about, ...ends, proposed: "2099" });
  await expect(far).rejects.toMatchObject(refused("proposed", "date-too-far"));
});

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
