import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { listChanges } from "@/db/queries/claims-read";
import { setCalled } from "@/db/queries/colleagues";
import { findNewSlug } from "@/db/queries/redirects";
import { mailOutbox, recordChanges } from "@/db/schema";
import { placeAddresses, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { recordVersions } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { MODERATOR_CHANGED } from "@/domain/records/change-batch";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { loadHistory } from "@/server/records/load-history";
import { withholdRecord } from "@/server/records/withhold-record";
import {
  beginChanges,
  CITED,
  CITED_IN_FORM,
  correctionOf,
  SAID_TO_AUTHOR,
  SENT,
} from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { loadReport } from "@/server/reports/pages/load-report";

const db = testDb();
type Begun = Awaited<ReturnType<typeof beginChanges>>;
type Ids = Begun["world"]["ids"];

const takeover = (serviceId: string, providerName: string): ChangeProposal => ({
  ...SENT,
  ...({ kind: "change", change: "new-provider", serviceId, providerName, providerKind: "", on: "" } as const),
});
const sameAs = (serviceId: string, otherId: string): ChangeProposal => ({
  ...({ kind: "same-as", v: 1, serviceId, otherId, note: "" } as const),
});
const address = (lines: string) => ({ addressLines: lines, town: "Carlisle", postcode: "CA2 4SJ" });

async function shown({ world }: Begun) {
  const [service] = await db.select().from(services).where(eq(services.id, world.ids.service));
  const [place] = await db.select().from(places).where(eq(places.id, world.ids.place));
  const [at] = await db.select().from(placeAddresses).where(eq(placeAddresses.placeId, world.ids.place));
  const { providerId, status, endedOn, category } = service ?? {};
  return { providerId, status, endedOn, category, place: place?.name, lines: at?.lines, lat: at?.lat };
}

describe("changes of one fact are all taken back, in any order", () => {
  const chains: [string, (ids: Ids) => ChangeProposal[]][] = [
    [
      "a name",
      ({ place }) => ["One", "Two", "Three"].map((name) => correctionOf("place", place, "name", name)),
    ],
    [
      "who runs it",
      ({ service }) =>
        ["Alpha Ltd", "Yak Care"].map((name) => correctionOf("service", service, "provider", name)),
    ],
    [
      "an address",
      ({ place }) =>
        ["1 High Street", "2 High Street"].map((to) => correctionOf("place", place, "address", address(to))),
    ],
    [
      "an end",
      ({ service: serviceId }) =>
        ["2026-09", "2026-08"].map((on) => ({ ...SENT, kind: "change", change: "ended", serviceId, on })),
    ],
  ];
  const orders: [string, (length: number) => number[]][] = [
    ["the newest first", (length) => Array.from({ length }, (_, index) => length - 1 - index)],
    ["the oldest first", (length) => Array.from({ length }, (_, index) => index)],
  ];
  test.each(chains.flatMap(([what, of]) => orders.map(([order, by]) => ({ what, order, of, by }))))(
    "$what, $order",
    async ({ of, by }) => {
      const begun = await beginChanges(db);
      const before = await shown(begun);
      const saved = [];
      for (const proposal of of(begun.world.ids)) saved.push(await begun.save(proposal));
      expect(await shown(begun)).not.toEqual(before);
      for (const index of by(saved.length)) await begun.undo(saved[index] ?? { batchId: "" });
      expect(await shown(begun)).toEqual(before);
    },
  );
});

describe("what refers to an entry lets it stay only as long as it stands", () => {
  const about = (id: string, question: string) => ({
    aboutType: "service",
    aboutId: id,
    question,
    ...CITED_IN_FORM,
  });

  test("a report about the entry that a takeover began was taken back: so can be the takeover", async () => {
    const { world, publish, undo, serviceRow } = await beginChanges(db);
    const form = { ...about(world.ids.service, "new-provider"), providerName: "Gazelle Health Ltd" };
    const taken = await publish({ ...form, on: "2026-10-01" });
    const confirmed = await publish({ ...about(taken.serviceId, "still-there"), "sources.0.title": "Other" });
    await undo(confirmed);
    expect((await undo(taken)).kept).toEqual([]);
    expect(await serviceRow(world.ids.service)).toMatchObject({ status: "operating", successorId: null });
    expect(await serviceRow(taken.serviceId)).toMatchObject({ visibility: "withheld" });
  });

  test("one that stands keeps it, until it is taken back too", async () => {
    const { world, publish, undo, serviceRow } = await beginChanges(db);
    const form = { ...about(world.ids.service, "new-provider"), providerName: "Gazelle Health Ltd" };
    const taken = await publish({ ...form, on: "2026-10-01" });
    const confirmed = await publish({ ...about(taken.serviceId, "still-there"), "sources.0.title": "Other" });
    expect((await undo(taken)).kept).not.toEqual([]);
    await undo(confirmed);
    expect(await serviceRow(taken.serviceId)).toMatchObject({ visibility: "withheld" });
  });

  test("an entry that another was merged into stays, until the merge is taken back", async () => {
    const { world, save, undo, serviceRow } = await beginChanges(db);
    const taken = await save(takeover(world.ids.service, "Yak Care"));
    const merged = await save(sameAs(world.ids.service, taken.subject.id));
    expect((await undo(taken)).kept).toMatchObject([{ recordId: taken.subject.id }]);
    expect(await serviceRow(taken.subject.id)).toMatchObject({ visibility: "published" });
    await undo(merged);
    expect(await serviceRow(taken.subject.id)).toMatchObject({ visibility: "withheld" });
    expect(await serviceRow(world.ids.service)).toMatchObject({
      visibility: "published",
      mergedInto: null,
      status: "operating",
      successorId: null,
    });
  });

  test("an address leads along every merge to the entry that stands", async () => {
    const { world, save } = await beginChanges(db);
    const one = await save(takeover(world.ids.service, "Yak Care"));
    const two = await save(takeover(one.subject.id, "Gazelle Ltd"));
    await save(sameAs(world.ids.service, one.subject.id));
    await save(sameAs(one.subject.id, two.subject.id));
    const [last] = await db.select().from(services).where(eq(services.id, two.subject.id));
    expect(await findNewSlug(db, "service", "lenses-in-the-north")).toBe(last?.slug);
    // A circle, which nothing makes, ends all the same.
    await db
      .update(services)
      .set({ visibility: "merged", mergedInto: world.ids.service })
      .where(eq(services.id, two.subject.id));
    expect(await findNewSlug(db, "service", "lenses-in-the-north")).toBeUndefined();
  });
});

describe("what a moderator tells the author", () => {
  test("is not in the history that readers see", async () => {
    const { world, save } = await beginChanges(db);
    const serviceId = world.ids.service;
    const { subject } = await save(takeover(serviceId, "Gazelle Ltd"));
    await save(sameAs(serviceId, subject.id));
    const told = await db.select().from(recordVersions).where(eq(recordVersions.recordId, serviceId));
    expect(told.map(({ reason }) => reason)).not.toContain(SAID_TO_AUTHOR);
    expect(told.length).toBeGreaterThan(1);
  });

  test("nor where it was kept there before", async () => {
    const { world, save } = await beginChanges(db);
    const recordId = world.ids.service;
    await save({ ...SENT, kind: "change", change: "ended", serviceId: recordId, on: "2026-09" });
    await db.insert(recordVersions).values({
      recordType: "service",
      recordId,
      version: 900,
      snapshot: {},
      changedBy: "",
      reason: SAID_TO_AUTHOR,
    });
    const changes = await listChanges(db, "service", [recordId]);
    expect(changes).toMatchObject([{ reason: null }, { reason: MODERATOR_CHANGED }]);
  });
});

test("whoever sent the report of a change is told that it was taken back, and why, once", async () => {
  const { world, author, publish, undo } = await beginChanges(db);
  const about = { aboutType: "service", aboutId: world.ids.service, question: "new-provider" };
  const { batchId } = await publish({ ...about, ...CITED_IN_FORM, providerName: "Gazelle Health Ltd" });
  const [{ reportId } = { reportId: null }] = await db.select().from(recordChanges);
  const standing = async () => (await loadReport(db, author, reportId ?? "")).takenBackAt;
  expect(await standing()).toBeNull();
  await undo({ batchId });
  await expect(undo({ batchId })).rejects.toMatchObject({ what: "record.change-undone" });
  expect(await standing()).toBeInstanceOf(Date);
  const mails = await db.select().from(mailOutbox).where(eq(mailOutbox.purpose, "report.taken-back"));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain("It was another clinic.");
  expect(mails[0]?.text).toContain(`/reports/${reportId}`);
});

test("the history names who took a change back, also where another did something else at once", async () => {
  const { world, actor, save } = await beginChanges(db);
  const { id } = await makeCampaigner(db, { role: "moderator" });
  await setCalled(db, id, "Robin");
  const serviceId = world.ids.service;
  const still = (publishedOn: string) =>
    save({
      kind: "still-there",
      v: 1,
      serviceId,
      note: "",
      sources: [{ ...CITED, title: publishedOn, publishedOn }],
    });
  const { batchId } = await still("2026-10-05");
  // The newer source says so too, so that taking the older one back changes no row.
  await still("2026-10-06");
  const input = { batchId, version: 1, reason: "It was another clinic." };
  await undoChange(db, { kind: "campaigner", id, role: "moderator" }, input);
  const reason = "Their lawyer wrote a long letter";
  await withholdRecord(db, actor, { type: "service", ref: world.refs.service, reason });
  const { events } = await loadHistory(db, actor, "service", serviceId);
  expect(events.find(({ kind }) => kind === "undone")?.who).toBe("Robin");
  expect(events.find(({ shown }) => shown?.after === "withheld")?.who).not.toBe("Robin");
});
