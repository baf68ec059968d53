import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { processWide } from "@/db/process-wide";
import { DomainError } from "@/domain/errors";
import type { Progress } from "@/server/imports/engine/import-format";
import { log } from "@/server/log";

/** How far something that is going on with an import has come; `failed` once it stopped with an error. */
export type ImportJob = {
  phase: Parameters<Progress>[0];
  rows: number;
  /** Of how many, where that is known. */
  of: number | null;
  failed: boolean;
  /** The import that is here already, where what was brought turned out to be the same. */
  sameAs: string | null;
};

/** By import; what a page shows is what an action began. */
const jobs = () => processWide("import-jobs", () => new Map<string, ImportJob>());

/** Milliseconds that a form waits. What takes longer goes on in this process; its transaction is whole or nothing. */
const PATIENCE = 4000;

/** What was done while somebody waited, or undefined where it goes on. */
type Waited<T> = { value: T } | undefined;

/**
 * Does something with an import and waits a moment for it.
 * @param waitFor something that has to be over before the moment begins.
 * @throws what the work throws while it is waited for; later failures stand in the job.
 */
async function start<T>(
  id: string,
  work: (job: ImportJob) => Promise<T>,
  { patience, waitFor }: { patience: number; waitFor?: Promise<void> },
): Promise<Waited<T>> {
  const job: ImportJob = { phase: "read", rows: 0, of: null, failed: false, sameAs: null };
  jobs().set(id, job);
  let isWaitedFor = true;
  const whole = work(job).then(
    (value) => {
      if (isWaitedFor || job.sameAs === null) jobs().delete(id);
      return { value };
    },
    (error: unknown) => {
      if (isWaitedFor) jobs().delete(id);
      else job.failed = true;
      if (isWaitedFor) throw error;
      if (!(error instanceof DomainError)) log.error({ err: error, import: id }, "An import failed");
      return undefined;
    },
  );
  const moment = Promise.resolve(waitFor).then(() => setTimeout(patience, undefined, { ref: false }));
  const done = await Promise.race([whole, moment]);
  isWaitedFor = false;
  return done;
}

const tell = (job: ImportJob): Progress => {
  return (phase, rows, of) => Object.assign(job, { phase, rows, of: of ?? null });
};

/**
 * Does something with an import that is here, and waits a moment for it.
 * @returns true when it is done, false when it goes on.
 * @throws what the work throws while it is waited for.
 */
export async function runJob(
  batchId: string,
  work: (progress: Progress) => Promise<unknown>,
  patience: number = PATIENCE,
): Promise<boolean> {
  return (await start(batchId, (job) => work(tell(job)), { patience })) !== undefined;
}

/**
 * Brings an import in. Until the file has been read through it is waited for however long that takes, so that whoever
 * sent it has their form back when it is refused; then for a moment more, and the planning goes on behind the page of
 * the import, which may not be there yet.
 * @returns the import's id, and whether it was here already; `isGoingOn` while nobody knows yet.
 * @throws what the work throws while it is waited for.
 */
export async function runStaging(
  work: (progress: Progress, id: string) => Promise<{ batchId: string; isAgain: boolean }>,
  patience: number = PATIENCE,
): Promise<{ batchId: string; isAgain: boolean; isGoingOn: boolean }> {
  const id = randomUUID();
  let wasRead: () => void = () => undefined;
  const waitFor = new Promise<void>((resolve) => {
    wasRead = resolve;
  });
  const stage = async (job: ImportJob) => {
    const told = tell(job);
    const staged = await work((phase, ...rest) => {
      told(phase, ...rest);
      if (phase !== "read") wasRead();
    }, id);
    if (staged.isAgain) job.sameAs = staged.batchId;
    return staged;
  };
  const done = await start(id, stage, { patience, waitFor });
  return done ? { ...done.value, isGoingOn: false } : { batchId: id, isAgain: false, isGoingOn: true };
}

/** What is going on with an import in this process, if anything. */
export function jobOf(batchId: string): ImportJob | undefined {
  return jobs().get(batchId);
}
