import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { inTransaction, openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { urlsOf } from "@/db/embedded-record";
import { fillQueue, fillRecords } from "@/db/full-queue";
import { migrateDatabase } from "@/db/migrate";
import { findReport } from "@/db/queries/reports";
import { updateReport } from "@/db/queries/reports-write";
import type { CampaignerActor } from "@/domain/actor";
import { takeNext } from "@/server/queue/take-next";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { loadQueue } from "@/server/reports/pages/load-queue";

const WAITING = 50_000;
const SERVICES = 8_000;
const ROUNDS = Number(process.argv[3] ?? 100);
const REASON = "The source is about another town, thirty miles away.";

/**
 * The queue with 50,000 reports waiting, in one process and one connection: its first page, taking the next report, and a decision beside
 * the bare transaction (one conditional update of one report, committed), round after round in turn.
 */
export async function benchQueue(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "nhs-map-bench-"));
  const server = await startEmbedded({ dataDir });
  const { url, ownerUrl } = urlsOf(server.record);
  await migrateDatabase(ownerUrl);
  const owner = openDb({ url: ownerUrl, size: 1, deadlineMs: 300_000 });
  const { reader } = await fillQueue(owner.db, { waiting: WAITING, decided: WAITING, until: new Date() });
  await fillRecords(owner.db, SERVICES);
  await owner.db.execute(sql`vacuum analyze reports`);
  await owner.close();
  const { db, close } = openDb({ url, size: 4, deadlineMs: 60_000 });
  const actor: CampaignerActor = { kind: "campaigner", id: reader, role: "moderator" };
  const times: Record<"bare" | "page" | "take" | "decide", number[]> = {
    bare: [],
    page: [],
    take: [],
    decide: [],
  };
  try {
    for (let round = -10; round < ROUNDS; round += 1) {
      const timed = async <T>(what: keyof typeof times, work: () => Promise<T>): Promise<T> => {
        const begun = performance.now();
        const done = await work();
        // The first rounds warm up what is compiled or cached at first use; they are not counted.
        if (round >= 0) times[what].push(performance.now() - begun);
        return done;
      };
      await timed("page", () => loadQueue(db, actor));
      const id = await timed("take", () => takeNext(db, actor, { view: "?lane=new" }));
      const report = await findReport(db, id ?? "");
      if (!report) throw new Error("the queue is empty");
      await timed("decide", () =>
        rejectReport(db, actor, { reportId: report.id, version: report.version, reason: REASON }),
      );
      const decided = await findReport(db, report.id);
      if (!decided) throw new Error("the report is gone");
      await timed("bare", () =>
        inTransaction(db, (tx) => updateReport(tx, decided, { title: decided.title })),
      );
    }
  } finally {
    await close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const peer = at(times.bare, 0.5);
  console.log(`| with ${WAITING} waiting | p50 ms | p99 ms | p50 beside the bare transaction |`);
  console.log("|---|---|---|---|");
  for (const [name, taken] of Object.entries({
    "bare transaction": times.bare,
    "first page": times.page,
    "take the next": times.take,
    decision: times.decide,
  }))
    console.log(
      `| ${name} | ${at(taken, 0.5).toFixed(1)} | ${at(taken, 0.99).toFixed(1)} | ${(at(taken, 0.5) / peer).toFixed(1)} |`,
    );
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
