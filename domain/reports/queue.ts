import type { QueueReason } from "@/domain/reports/queue-reason";
import type { ReportState } from "@/domain/reports/report-state";
import type { WaitsBecause } from "@/domain/reports/why-waiting";
import type { ServiceCategory } from "@/domain/services/category";

/**
 * What became of the reports of an account, counted from the record: `standing` were approved and still stand (not taken off, not
 * taken back), of all that were decided. It tells a moderator what to expect. Nobody's report is published for it.
 */
export type AccountRecord = { sent: number; standing: number; decided: number };

/** One report that waits, as moderators see it: without its author and without any address of theirs. */
export type QueueItem = {
  id: string;
  version: number;
  title: string;
  state: ReportState;
  category: ServiceCategory | null;
  where: string;
  waitingSince: Date | null;
  why: QueueReason[];
  /** Of the account that sent it. */
  record: AccountRecord;
  reviews: { confirmed: number; disputed: number };
  held: { byMe: boolean; handle: string; until: Date } | null;
  isOwn: boolean;
  waits: WaitsBecause | null;
};

/**
 * Reports that have an author, a source, a town or an import in common. `key` finds them (null for an author, whose are found by
 * `report`, one of them); `name` is what they have in common, where it has a name.
 */
export type QueueGroup = {
  key: string | null;
  name: string | null;
  report: string;
  count: number;
  oldest: Date | null;
};
