import type { Db } from "@/db/client";
import { type BulkRun, findBulkRun, listBulkItems, listBulkRuns } from "@/db/queries/bulk";
import { nameColleagues, nameOfHandle } from "@/db/queries/colleagues";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import {
  type BulkBecause,
  type BulkItemState,
  bulkBecauseSchema,
  countItems,
  isBulkStep,
} from "@/domain/reports/bulk";
import { ONESELF } from "@/domain/reports/moderator-handle";
import type { ReportState } from "@/domain/reports/report-state";
import { isUuid } from "@/domain/uuid";
import { assertModerating } from "@/server/reports/pages/load-queue";

export type BulkItemRead = {
  reportId: string;
  title: string;
  town: string;
  /** What the report is now. */
  reportState: ReportState;
  state: BulkItemState;
  because: BulkBecause | null;
};
export type BulkRead = Pick<
  BulkRun,
  "id" | "verdict" | "reason" | "view" | "phase" | "createdAt" | "decidedAt" | "takenBackAt"
> & {
  /** Who put them together, and who took them back, as colleagues call them. */
  by: string;
  takenBackBy: string | null;
  takenBackBecause: string | null;
  items: BulkItemRead[];
  counts: Record<BulkItemState, number>;
  /** It is worked through at this moment, or was left half done. */
  isGoingOn: boolean;
  /** Whether this moderator may go on with it, or begin to decide. */
  isTheirs: boolean;
};

/** @throws NotAllowedError for those who are no moderators; NotFoundError */
export async function loadBulk(db: Db, actor: AnyActor, id: string): Promise<BulkRead> {
  assertModerating(actor);
  const run = isUuid(id) ? await findBulkRun(db, id) : undefined;
  if (!run) throw new NotFoundError("bulk run");
  const rows = await listBulkItems(db, id);
  const { verdict, reason, view, phase, createdAt, decidedAt, takenBackAt, takenBackBecause } = run;
  const nameOf = await nameColleagues(db, [run.moderatorId, run.takenBackBy]);
  const worker = phase === "taking-back" ? run.takenBackBy : run.moderatorId;
  return {
    id,
    verdict,
    reason,
    view,
    phase,
    createdAt,
    decidedAt,
    takenBackAt,
    takenBackBecause,
    by: nameOf(run.moderatorId) ?? "",
    takenBackBy: nameOf(run.takenBackBy),
    items: await Promise.all(
      rows.map(async ({ item, title, town, state }) => ({
        reportId: item.reportId,
        title,
        town,
        reportState: state,
        state: item.state,
        because: item.because && (await named(db, bulkBecauseSchema.parse(item.because))),
      })),
    ),
    counts: countItems(rows.map(({ item }) => item.state)),
    isGoingOn: isBulkStep(phase),
    isTheirs: worker === actor.id,
  };
}

/** A reason keeps the handle of who was first, as every refusal does. */
async function named(db: Db, reason: BulkBecause): Promise<BulkBecause> {
  const { by } = reason;
  return { ...reason, by: by === null || by === ONESELF ? by : await nameOfHandle(db, by) };
}

const MOST_RUNS = 10;

/** What this moderator decided together last. @throws NotAllowedError */
export async function loadBulkRuns(db: Db, actor: AnyActor) {
  assertModerating(actor);
  return listBulkRuns(db, actor.id, MOST_RUNS);
}
