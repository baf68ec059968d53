/** What somebody else counted in the area: theirs, on their day, never added to our figures. */
export type ReportedCount = {
  count: number;
  /** What they counted, in their words, such as "places". */
  counted: string;
  /** Who counted, where the source quotes somebody else. */
  by: string;
  /** Partial date of the source. */
  publishedOn: string | null;
  publisher: string;
  title: string;
  url: string | null;
};

/** The setting that holds what somebody else counted for the whole United Kingdom, which is no area of ours. */
export const REPORTED_UK_SETTING = "reported.united-kingdom";

/** As it is stored: the count is theirs, and its source is one of `sources`. */
export type ReportedInTheUk = Pick<ReportedCount, "count" | "counted" | "by"> & { sourceId: string };
