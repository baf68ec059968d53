import type { Nation } from "@/domain/areas/area";
import type { Coverage, CoveredKind } from "@/domain/areas/coverage";
import type { Counts } from "@/domain/figures/count";
import type { RankedProvider } from "@/domain/figures/group";
import type { ReportedCount } from "@/domain/figures/reported-count";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { UnknownBeside } from "@/domain/figures/unknown-beside";
import type { AreasOfServices } from "@/domain/pages/place-page";
import { isRunning } from "@/domain/services/running";

/** A column of the front page is read at a glance; its link leads to the whole. */
const MOST_LINES = 4;
/** Its names are the longest. */
const MOST_BEGUN = 3;

/** A service that has a page and a first day. */
export type BegunService = Pick<ServiceRow, "id" | "name" | "category" | "provider"> & {
  slug: string;
  startedOn: string;
};

export type FrontPageLists = {
  most: RankedProvider[];
  begun: BegunService[];
  checked: { nation: Nation; kind: CoveredKind; known: number; checked: number }[];
};

/** `leftOut` is how many services of a known kind the definition leaves out. */
export type FrontPageData = {
  counts: Counts;
  /** The day for which the counts are said, ISO. */
  today: string;
  services: ServiceRow[];
  /** Where those that count are. */
  nations: AreasOfServices;
  leftOut: number;
  unknown: UnknownBeside;
  /** What others counted in the whole country. */
  reported: ReportedCount[];
  lists: FrontPageLists;
};

/** The services that began last, the newest first; what is planned, or dated after today, has not begun. */
export function begunLately(services: readonly ServiceRow[], today: string): BegunService[] {
  return services
    .flatMap(({ id, slug, name, category, provider, startedOn, status, notCounted }) =>
      slug && startedOn && startedOn <= today && isRunning({ status, notCounted })
        ? [{ id, slug, name, category, provider, startedOn }]
        : [],
    )
    .sort((a, b) => (a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, MOST_BEGUN);
}

/** Of each nation, the kinds of place of which we have an official list. */
export function checkedByNation(
  covered: readonly { nation: Nation; coverage: Pick<Coverage, "lines"> }[],
): FrontPageLists["checked"] {
  return covered.flatMap(({ nation, coverage }) =>
    coverage.lines.flatMap(({ kind, counts }) =>
      counts ? [{ nation, kind, known: counts.known, checked: counts.checked }] : [],
    ),
  );
}

/** The first lines of a longer list. */
export const firstOf = <Line>(lines: readonly Line[]): Line[] => lines.slice(0, MOST_LINES);
