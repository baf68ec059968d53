import type { AreaKind } from "@/domain/areas/area";
import type { StarterSourceKey } from "./sources";

/** What somebody else counted: theirs, on their day, never added to ours. */
export type StarterCount = {
  count: number;
  /** What was counted, in the words a reader sees. */
  counted: string;
  by: string;
  source: StarterSourceKey;
  says: string;
};

/** The article says "within Carlisle", the town: the constituency holds the whole of it, so the count is shown there. */
export const REPORTED_IN_AREAS: readonly (StarterCount & { kind: AreaKind; code: string })[] = [
  {
    kind: "constituency",
    code: "E14001152",
    count: 4,
    counted: "places within Carlisle where an external provider gave NHS care",
    by: "EveryDoctor",
    source: "news-and-star-2024-04",
    says: 'Reports 2,495 pins across the UK, "including four places within Carlisle - according to Everydoctor".',
  },
];

/** For the whole UK, which is no area of ours: kept as a setting that pages about the whole country read. */
export const REPORTED_IN_THE_UK: StarterCount = {
  count: 2495,
  counted: "pins, each a healthcare service given by an external provider",
  by: "EveryDoctor",
  source: "news-and-star-2024-04",
  says: '"Each of the 2,495 pins on the map across the UK shows a healthcare service being provided by an external provider".',
};
