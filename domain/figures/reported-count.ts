import type { ReportedCount } from "@/domain/areas/area-page";

/** The setting that holds what somebody else counted for the whole United Kingdom, which is no area of ours. */
export const REPORTED_UK_SETTING = "reported.united-kingdom";

/** As it is stored: the count is theirs, and its source is one of `sources`. */
export type ReportedInTheUk = Pick<ReportedCount, "count" | "counted" | "by"> & { sourceId: string };
