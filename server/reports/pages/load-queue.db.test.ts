import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { makeCampaigner, makeProposal, makeReport, makeService } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { insertRevision } from "@/db/queries/reports-write";
import { reports } from "@/db/schema/reports";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import type { REPORT_KINDS } from "@/domain/reports/proposal";
import { type QueueAddress, WHOLE_QUEUE } from "@/domain/reports/queue-address";
import { laneOf } from "@/domain/reports/queue-lane";
import { REPORT_STATES } from "@/domain/reports/report-state";
import { loadQueue, QUEUE_PAGE } from "@/server/reports/pages/load-queue";

const db = testDb();
const NOW = new Date("2026-11-21T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

async function person(role: Role = "moderator"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}
async function batchId(state: "approved" | "undone"): Promise<string> {
  const batch = { title: "A list", state, importedBy: "test", contentHash: randomUUID(), counts: {} };
  const [row] = await db.insert(batches).values(batch).returning({ id: batches.id });
  return row?.id ?? "";
}
const idsOf = async (actor: CampaignerActor, asked: Partial<QueueAddress>) =>
  (await loadQueue(db, actor, { ...WHOLE_QUEUE, ...asked }, NOW)).items.map(({ id }) => id);

test("the database says of every report which lane it is in, as the product does", async () => {
  const other = (await person()).id;
  for (const state of REPORT_STATES)
    for (const kind of ["new-service", "still-there"] as const satisfies (typeof REPORT_KINDS)[number][])
      for (const appealedFrom of [null, other])
        for (const setAsideAt of [null, NOW]) {
          const { id } = await makeReport(db, { state, kind, appealedFrom, setAsideAt });
          const row = await findReport(db, id);
          if (!row) throw new Error("no row");
          expect(row.lane, `${state} ${kind}`).toBe(laneOf(row));
        }
});

describe("what is asked of the queue", () => {
  it("is read off each report once, and off every further version", async () => {
    const moderator = await person();
    const proposal = makeProposal({
      postcode: "CA2 7HY",
      town: "Carlisle",
      providerName: "Sight Unseen Ltd",
    });
    const { id } = await makeReport(db, {}, proposal);
    expect(await idsOf(moderator, { q: "sight unse" })).toEqual([id]);
    // What PostgreSQL's parser takes for numbers, signs and addresses of the web.
    for (const typed of ["Unit-5678 Ward-1e5", "4e21-99", "St John's", "Café.example.org", "a/b-12"]) {
      const named = await makeReport(db, { title: `At ${typed}` }, makeProposal({ postcode: "" }));
      for (const q of [typed, typed.toLowerCase(), typed.replace(/[^\p{L}\p{N}’']+/gu, " ")])
        expect(await idsOf(moderator, { q }), q).toEqual([named.id]);
    }
    expect(await findReport(db, id)).toMatchObject({
      version: 1,
      listedRevision: 1,
      category: proposal.category,
      town: "Carlisle",
    });
    const further = makeProposal({ postcode: "", town: "Nowhere-on-Sea", category: "hearing" });
    await insertRevision(db, { reportId: id, number: 2, proposal: further });
    await db.update(reports).set({ revision: 2 }).where(eq(reports.id, id));
    expect(await idsOf(moderator, { q: "unseen" })).toEqual([]);
    expect(await idsOf(moderator, { kind: "hearing", town: "nowhere-on-sea" })).toEqual([id]);
  });

  it("finds the newest of more than are read off at once", async () => {
    const moderator = await person();
    for (let number = 0; number < 201; number += 1) await makeReport(db, { title: "One of many" });
    const { id } = await makeReport(db, { title: "Lastword" }, makeProposal({ postcode: "" }));
    expect(await idsOf(moderator, { q: "lastword" })).toEqual([id]);
  });

  it("finds by lane, kind, age, source, account and who holds it", async () => {
    const moderator = await person();
    const author = await person("campaigner");
    const [source] = makeProposal({}).sources;
    if (!source) throw new Error("a proposal has a source");
    const link = { ...source, url: "https://www.paper.example/article" };
    const old = await makeReport(
      db,
      { submittedAt: daysAgo(6), authorId: author.id },
      makeProposal({ postcode: "", sources: [link] }),
    );
    const held = await makeReport(db, {
      submittedAt: daysAgo(1),
      state: "in-review",
      heldBy: moderator.id,
      holdExpiresAt: new Date(NOW.getTime() + 60_000),
    });
    const second = await makeReport(db, { submittedAt: NOW, state: "awaiting-second", authorId: author.id });
    expect(await idsOf(moderator, {})).toEqual([old.id, held.id, second.id]);
    expect(await idsOf(moderator, { lane: "second" })).toEqual([second.id]);
    expect(await idsOf(moderator, { age: 6 })).toEqual([old.id]);
    expect(await idsOf(moderator, { who: "mine" })).toEqual([held.id]);
    expect(await idsOf(moderator, { who: "free" })).toEqual([old.id, second.id]);
    expect(await idsOf(moderator, { source: "paper.example" })).toEqual([old.id]);
    expect(await idsOf(moderator, { like: second.id })).toEqual([old.id, second.id]);
    expect(await idsOf(moderator, { like: randomUUID() })).toEqual([]);
    expect(await idsOf(moderator, { lane: "complaints" })).toEqual([]);
    const { lanes } = await loadQueue(db, moderator, WHOLE_QUEUE, NOW);
    expect(lanes).toEqual({ new: 2, changes: 0, appeals: 0, second: 1 });
  });

  it("is gone through page by page, each report once, though others are decided meanwhile", async () => {
    const moderator = await person();
    const author = await person("campaigner");
    const made: string[] = [];
    for (let number = 0; number < QUEUE_PAGE + 3; number += 1)
      made.push((await makeReport(db, { authorId: author.id, submittedAt: daysAgo(9 - (number % 3)) })).id);
    const first = await loadQueue(db, moderator, WHOLE_QUEUE, NOW);
    expect(first).toMatchObject({ total: made.length, next: first.items.at(-1)?.id });
    // The last of the page is decided: what comes after it is found all the same.
    await db
      .update(reports)
      .set({ state: "rejected" })
      .where(eq(reports.id, first.next ?? ""));
    const rest = await loadQueue(db, moderator, { ...WHOLE_QUEUE, after: first.next }, NOW);
    expect(rest.next).toBeNull();
    expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual(made.sort());
  });

  it("is put together by account, source, town and import, and tells of no account whose it is", async () => {
    const moderator = await person();
    const author = await person("campaigner");
    for (const town of ["Carlisle", "CARLISLE", "Wigton"])
      await makeReport(db, { authorId: author.id }, makeProposal({ postcode: "", town }));
    await makeReport(db, {}, makeProposal({ postcode: "", town: "Wigton" }));
    const grouped = async (group: QueueAddress["group"]) =>
      (await loadQueue(db, moderator, { ...WHOLE_QUEUE, group }, NOW)).groups ?? [];
    expect((await grouped("town")).map(({ count }) => count)).toEqual([2, 2]);
    const accounts = await grouped("author");
    expect(accounts.map(({ key, name, count }) => [key, name, count])).toEqual([
      [null, null, 3],
      [null, null, 1],
    ]);
    expect(JSON.stringify(accounts)).not.toContain(author.id);
    expect(await idsOf(moderator, { like: accounts[0]?.report ?? "" })).toHaveLength(3);
    expect(await grouped("source")).toHaveLength(1);
    expect(await grouped("batch")).toEqual([]);
    const entryBatchId = await batchId("approved");
    await db.update(reports).set({ entryBatchId }).where(eq(reports.town, "Wigton"));
    expect(await grouped("batch")).toMatchObject([{ key: entryBatchId, name: "A list", count: 2 }]);
    expect(await idsOf(moderator, { batch: entryBatchId })).toHaveLength(2);
  });
});

test("a report of a new service names the likeliest other that waits for the same", async () => {
  const moderator = await person();
  const said = { postcode: "", town: "Carlisle", category: "hearing", placeName: "Fusehill Clinic" } as const;
  const make = async (title: string, more: Parameters<typeof makeProposal>[0]) =>
    (
      await makeReport(
        db,
        { title },
        makeProposal(Object.assign({ providerName: "Sight Unseen Ltd" }, said, more)),
      )
    ).id;
  const first = await make("First", {});
  const alike = await make("Alike", { town: "CARLISLE", providerName: "Another Body" });
  await make("Other kind", { category: "eye-care" });
  await make("Other town", { town: "Wigton" });
  await makeReport(
    db,
    { title: "Decided", state: "rejected" },
    makeProposal(Object.assign({ providerName: "Sight Unseen Ltd" }, said)),
  );
  const twinsOf = async () => {
    const { items } = await loadQueue(db, moderator, WHOLE_QUEUE, NOW);
    return items.flatMap(({ id, why }) =>
      why.flatMap(({ rule, words }): [string, unknown][] =>
        rule === "waiting-twin" ? [[id, words.name]] : [],
      ),
    );
  };
  expect(new Map(await twinsOf())).toEqual(
    new Map([
      [first, "Alike"],
      [alike, "First"],
    ]),
  );
  const likeliest = await make("Same in all", {});
  expect(new Map(await twinsOf()).get(first)).toBe("Same in all");
  expect(new Map(await twinsOf()).get(likeliest)).toBe("First");
});

test("an account's record is what still stands of what was approved", async () => {
  const moderator = await person();
  const author = await person("campaigner");
  const publishedAs = async (visibility: "published" | "withheld" | "merged") =>
    makeReport(db, {
      authorId: author.id,
      state: "approved",
      publishedServiceId: (await makeService(db, { visibility })).id,
    });
  await publishedAs("published");
  await publishedAs("merged");
  await publishedAs("withheld");
  await makeReport(db, { authorId: author.id, state: "approved", batchId: await batchId("undone") });
  await makeReport(db, { authorId: author.id, state: "rejected" });
  await makeReport(db, { authorId: author.id });
  const [item] = (await loadQueue(db, moderator, WHOLE_QUEUE, NOW)).items;
  expect(item?.record).toEqual({ sent: 6, standing: 2, decided: 5 });
});
