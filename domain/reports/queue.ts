import type { ReportState } from "@/domain/reports/report-state";
import type { WaitsBecause } from "@/domain/reports/why-waiting";
import type { ServiceCategory } from "@/domain/services/category";

export const QUEUE_FILTERS = ["all", "free", "mine", "second", "appealed"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** Why an item is in the queue; message keys under `moderation.why`. */
export type QueueWhy = "new" | "resubmitted" | "appealed" | "expired" | "returned" | "second" | "area-only";

/** One report that waits, as moderators see it: without its author and without any address of theirs. */
export type QueueItem = {
  id: string;
  title: string;
  state: ReportState;
  category: ServiceCategory | null;
  where: string;
  waitingSince: Date | null;
  why: QueueWhy[];
  /** How many published services it may be the same as. */
  twins: number;
  reviews: { confirmed: number; disputed: number };
  held: { byMe: boolean; handle: string; until: Date } | null;
  isOwn: boolean;
  waits: WaitsBecause | null;
};
