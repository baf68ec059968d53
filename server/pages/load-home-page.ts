import { type Db, getDb } from "@/db/client";
import { findSetting } from "@/db/queries/settings";
import { findSource } from "@/db/queries/sources";
import { ukToday } from "@/domain/dates/partial-date";
import { type Counts, countServices } from "@/domain/figures/count";
import type { ReportedCount } from "@/domain/figures/reported-count";
import { REPORTED_UK_SETTING, type ReportedInTheUk } from "@/domain/figures/reported-count";
import type { ServiceRow } from "@/domain/figures/service-row";
import { type UnknownBeside, unknownBeside } from "@/domain/figures/unknown-beside";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";

/** `leftOut` is how many services of a known kind the definition leaves out. */
export type HomePage = {
  counts: Counts;
  services: ServiceRow[];
  leftOut: number;
  unknown: UnknownBeside;
  /** The day for which the counts are said, ISO. */
  today: string;
  /** What somebody else counted in the whole country. */
  reported: ReportedCount[];
};

/** The front page: what is known in the whole United Kingdom. */
export async function loadHomePage(definition: Definition, own?: Db): Promise<HomePage> {
  const all = await allServices(own);
  const services = all.filter(({ kind }) => countsAs(kind, definition));
  return {
    counts: countServices(services, definition),
    today: ukToday(),
    services,
    leftOut: all.filter(({ kind }) => kind !== null && !countsAs(kind, definition)).length,
    unknown: unknownBeside(all, definition),
    reported: await findReported(own ?? getDb()),
  };
}

async function findReported(db: Db): Promise<ReportedCount[]> {
  const reported = await findSetting<ReportedInTheUk>(db, REPORTED_UK_SETTING);
  const source = reported && (await findSource(db, reported.sourceId));
  if (!source) return [];
  const { count, counted, by } = reported;
  return [{ count, counted, by, ...source, title: source.title ?? source.publisher }];
}
