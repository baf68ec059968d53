import { setTimeout } from "node:timers/promises";
import { DomainError } from "@/domain/errors";
import type { Progress } from "@/server/imports/stage-import";

/** How far something that is going on with an import has come; `failed` once it stopped with an error. */
export type ImportJob = { phase: Parameters<Progress>[0]; rows: number; failed: boolean };

// Next bundles this module more than once in one process; what a page shows must be what an action began.
const shared = globalThis as unknown as Record<symbol, Map<string, ImportJob> | undefined>;
const key = Symbol.for("nhs-map.import-jobs");
function jobs(): Map<string, ImportJob> {
  shared[key] ??= new Map();
  return shared[key];
}

/** Milliseconds that a form waits. What takes longer goes on in this process; its transaction is whole or nothing. */
const PATIENCE = 4000;

/**
 * Does something with an import and waits a moment for it.
 * @returns true when it is done, false when it goes on.
 * @throws what the work throws while it is waited for; later failures stand in the job.
 */
export async function runJob(
  batchId: string,
  work: (progress: Progress) => Promise<unknown>,
  patience: number = PATIENCE,
): Promise<boolean> {
  const job: ImportJob = { phase: "read", rows: 0, failed: false };
  jobs().set(batchId, job);
  let isWaitedFor = true;
  const whole = work((phase, rows) => Object.assign(job, { phase, rows })).then(
    () => {
      jobs().delete(batchId);
      return true;
    },
    (error: unknown) => {
      if (isWaitedFor) jobs().delete(batchId);
      else job.failed = true;
      if (isWaitedFor) throw error;
      if (!(error instanceof DomainError)) console.error(`Import ${batchId} failed:`, error);
      return false;
    },
  );
  const done = await Promise.race([whole, setTimeout(patience, false, { ref: false })]);
  isWaitedFor = false;
  return done;
}

/** What is going on with an import in this process, if anything. */
export function jobOf(batchId: string): ImportJob | undefined {
  return jobs().get(batchId);
}
