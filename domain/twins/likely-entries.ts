import type { ServiceCategory } from "@/domain/services/category";
import type { LikelyReason } from "@/domain/twins/score-twin";

/** An entry that a report may be about, as its page shows it. */
export type LikelyEntry = {
  slug: string;
  name: string;
  category: ServiceCategory;
  place: string | null;
  town: string;
  /** Null where no source names who runs it. */
  provider: string | null;
  reasons: LikelyReason[];
  /** Along the ground, where both are known exactly and it is not the same place. */
  metres: number | null;
  /** Whether what was said of its kind and its provider agrees: then it is there still, rather than changed. */
  isConfirmed: boolean;
};

/** A report that waits, without its author and without any text but where it is and of what kind. */
export type LikelyReport = {
  /** Null for somebody else's. */
  ownId: string | null;
  category: ServiceCategory;
  place: string;
  town: string;
  waitingSince: Date;
  reasons: LikelyReason[];
};

export type LikelyFound = { entries: LikelyEntry[]; reports: LikelyReport[] };

/** Where "It is this one" leads: to the question what is known of the entry, or to its answer where all that was said agrees. */
export function changeOfLikely({ slug, isConfirmed }: LikelyEntry, draftId: string): string {
  const question = isConfirmed ? { question: "still-there" } : {};
  const draft = draftId === "" ? {} : { draft: draftId };
  return `/reports/change?${new URLSearchParams({ service: slug, ...question, ...draft })}`;
}
