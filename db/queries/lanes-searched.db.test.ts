import { sql } from "drizzle-orm";
import { expect, it, test } from "vitest";
import {
  ALL_COMPLAINTS,
  type ComplaintQuery,
  countWaitingComplaints,
  listWaitingComplaints,
} from "@/db/queries/complaints";
import {
  countMatchingImports,
  countWaitingImports,
  type ImportQuery,
  listWaitingImports,
} from "@/db/queries/imports-registers";
import { countOpenTips, listOpenTips, type TipQuery } from "@/db/queries/tips";
import { complaints } from "@/db/schema/brake";
import { textWords } from "@/db/schema/text-words";
import { testDb } from "@/db/testing";
import { NAME_CASES } from "@/domain/names/testing-name-cases";
import { wordsOfName } from "@/domain/search/normalise";

/** Only the owner of a table may have its rows counted for the planner. */
const db = testDb("owner");
const NOW = new Date("2026-11-21T12:00:00Z");
const AREA = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";

it.each([...NAME_CASES.map(([written]) => written), "Saint Helens & Llŷn’s 5-bed unit", ""])(
  "the words of %j are those that the site searches by",
  async (written) => {
    const one = db
      .select({ called: sql`${written}::text`.as("called"), why: sql`'x'::text`.as("why") })
      .from(sql`(values (1)) as one`)
      .as("complaints");
    const [row] = await db.execute<{ words: string[] }>(
      sql`select tsvector_to_array(${textWords(complaints.called, complaints.why)}) as words from ${one}`,
    );
    expect(row?.words.toSorted()).toEqual([...new Set([...wordsOfName(written), "x"])].toSorted());
  },
);

const ALL_TIPS: TipQuery = { words: [], areaIds: null, until: null };
const ALL_IMPORTS: ImportQuery = { words: [], until: null, heldBy: null, isFree: false, now: NOW };
const LIMIT = { limit: 25, offset: 0 };

/** A month of each, nine of ten answered, closed or decided. */
async function fillLanes() {
  const sentAt = sql`${NOW.toISOString()}::timestamptz - n * interval '1 minute'`;
  await db.execute(sql`
    insert into complaints (record_type, record_id, kind, called, why, created_at, answered_at)
    select 'service', gen_random_uuid(), 'wrong-provider', 'Eye care ' || n, 'It is wrong in ' || n, ${sentAt},
      case when n > 1000 then now() end from generate_series(1, 20000) as n`);
  await db.execute(sql`
    insert into tips (whereabouts, says, created_at, closed_at)
    select 'Town ' || n, 'A clinic', ${sentAt}, case when n > 1000 then now() end from generate_series(1, 20000) as n`);
  await db.execute(sql`
    insert into batches (title, state, imported_by, content_hash, counts, submitted_at)
    select 'List ' || n, case when n > 50 then 'approved' else 'submitted' end::batch_state, 'somebody', 'h' || n, '{}', ${sentAt}
    from generate_series(1, 20000) as n`);
  await db.execute(sql`analyze complaints, tips, batches`);
}

/** What PostgreSQL itself counts in this transaction. */
async function wholeTableReads(table: string): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select seq_scan::int as n from pg_stat_xact_user_tables where relname = ${table}`,
  );
  return Number(row?.n);
}

test("what waits of complaints, tips and imports is found without reading what no longer waits", async () => {
  await fillLanes();
  const until = new Date(NOW.getTime() - 2 * 3_600_000);
  const ofComplaints: Record<string, Partial<ComplaintQuery>> = {
    everything: {},
    words: { words: ["wrong", "77"] },
    area: { areaIds: [AREA] },
    kind: { category: "hearing" },
    town: { town: "Carlisle" },
    batch: { batchId: AREA },
    age: { until },
  };
  for (const [name, part] of Object.entries(ofComplaints)) {
    const query = { ...ALL_COMPLAINTS, ...part };
    const before = await wholeTableReads("complaints");
    const page = await listWaitingComplaints(db, LIMIT, query);
    const counts = await countWaitingComplaints(db, query);
    expect(await wholeTableReads("complaints"), name).toBe(before);
    expect(Math.min(counts.entries, LIMIT.limit), name).toBe(page.length);
    if (["everything", "words", "age"].includes(name)) expect(page.length, name).toBeGreaterThan(0);
  }
  const ofTips: Record<string, Partial<TipQuery>> = {
    words: { words: ["town", "77"] },
    area: { areaIds: [AREA] },
    age: { until },
  };
  for (const [name, part] of Object.entries(ofTips)) {
    const before = await wholeTableReads("tips");
    await listOpenTips(db, LIMIT, { ...ALL_TIPS, ...part });
    const total = await countOpenTips(db, { ...ALL_TIPS, ...part });
    expect(await wholeTableReads("tips"), name).toBe(before);
    if (name !== "area") expect(total, name).toBeGreaterThan(0);
  }
  const before = await wholeTableReads("batches");
  expect(await countWaitingImports(db, "me")).toBe(50);
  for (const part of [{}, { words: ["list", "7"] }, { until: NOW }, { isFree: true }, { heldBy: "me" }]) {
    const query = { ...ALL_IMPORTS, ...part };
    const page = await listWaitingImports(db, "me", 100, query);
    expect(await countMatchingImports(db, "me", query)).toBe(page.length);
  }
  expect(await wholeTableReads("batches")).toBe(before);
}, 60_000);
