import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { fillQueue } from "@/db/full-queue";
import {
  countAccountRecords,
  countLanes,
  countQueue,
  findQueuePage,
  findUnlisted,
  groupQueue,
  lockNextReport,
  type QueueQuery,
} from "@/db/queries/queue";
import { testDb } from "@/db/testing";
import { QUEUE_GROUPINGS } from "@/domain/reports/queue-address";

/** Only the owner of a table may have its rows counted for the planner. */
const db = testDb("owner");

const NOW = new Date("2026-11-21T12:00:00Z");
const ALL: QueueQuery = {
  lane: null,
  words: [],
  areaIds: null,
  category: null,
  until: null,
  heldBy: null,
  isFree: false,
  town: null,
  sourceOf: null,
  batchId: null,
  authorId: null,
  within: null,
  now: NOW,
};
let filled: Awaited<ReturnType<typeof fillQueue>>;

/** Reports of a month, nine of ten decided: were most still waiting, putting all of them together would rightly read them all. */
beforeEach(async () => {
  filled = await fillQueue(db, { waiting: 4_000, decided: 36_000, until: NOW });
}, 60_000);

/** What PostgreSQL itself counts in this transaction. */
async function wholeTableReads(): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select seq_scan::int as n from pg_stat_xact_user_tables where relname = 'reports'`,
  );
  return Number(row?.n);
}

test("the queue never reads the whole table of reports, whatever is asked of it", async () => {
  const { area, batch, author, reader } = filled;
  const asked: Record<string, Partial<QueueQuery>> = {
    everything: {},
    lane: { lane: "new" },
    words: { words: ["clinic", "8"] },
    area: { areaIds: [area] },
    kind: { category: "hearing" },
    age: { until: new Date(NOW.getTime() - 2 * 86_400_000) },
    mine: { heldBy: reader },
    free: { isFree: true, lane: "new" },
    town: { town: "Town 0" },
    source: { sourceOf: "paper-0.example" },
    batch: { batchId: batch },
    account: { authorId: author },
  };
  const [first] = await findQueuePage(db, ALL, { after: null, limit: 1 });
  for (const [name, part] of Object.entries(asked)) {
    const query = { ...ALL, ...part };
    const before = await wholeTableReads();
    const page = await findQueuePage(db, query, { after: null, limit: 26 });
    await findQueuePage(db, query, { after: page[2]?.id ?? first?.id ?? null, limit: 26 });
    await countQueue(db, query, 1000);
    await lockNextReport(db, query, { actorId: reader, after: null });
    expect(await wholeTableReads(), name).toBe(before);
    if (name !== "mine") expect(page.length, name).toBeGreaterThan(2);
  }
  const before = await wholeTableReads();
  expect((await countLanes(db, null)).get("new")).toBe(4_000);
  for (const by of QUEUE_GROUPINGS) expect((await groupQueue(db, ALL, by, 50)).length, by).toBeGreaterThan(0);
  expect(await findUnlisted(db, 10)).toEqual([]);
  await countAccountRecords(db, [author]);
  expect(await wholeTableReads()).toBe(before);
}, 60_000);
