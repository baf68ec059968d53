import { type Db, getDb } from "@/db/client";
import { countByArea } from "@/db/queries/bodies-of-services";
import { listCoverage } from "@/db/queries/coverage";
import { listProviders } from "@/db/queries/providers";
import { findSetting } from "@/db/queries/settings";
import { findSource } from "@/db/queries/sources";
import { coverageOf } from "@/domain/areas/coverage";
import { ukToday } from "@/domain/dates/partial-date";
import { countServices } from "@/domain/figures/count";
import { rankProviders } from "@/domain/figures/group";
import type { ReportedCount } from "@/domain/figures/reported-count";
import { REPORTED_UK_SETTING, type ReportedInTheUk } from "@/domain/figures/reported-count";
import { unknownBeside } from "@/domain/figures/unknown-beside";
import { begunLately, checkedByNation, type FrontPageData, firstOf } from "@/domain/pages/front-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { allServices } from "@/server/pages/all-services";

/** The front page: what is known in the whole United Kingdom. */
export async function loadHomePage(definition: Definition, own?: Db): Promise<FrontPageData> {
  const db = own ?? getDb();
  const [all, providers, covered, reported] = await Promise.all([
    allServices(own),
    listProviders(db),
    listCoverage(db, ["nation"], definition),
    findReported(db),
  ]);
  const services = all.filter(({ kind }) => countsAs(kind, definition));
  const today = ukToday();
  const running = services.filter(isRunning);
  return {
    counts: countServices(services, definition),
    today,
    services,
    nations: await countByArea(
      db,
      running.map(({ id }) => id),
      ["nation"],
    ),
    leftOut: all.filter(({ kind }) => kind !== null && !countsAs(kind, definition)).length,
    unknown: unknownBeside(all, definition),
    reported,
    lists: {
      most: firstOf(rankProviders(providers, all, definition)),
      begun: begunLately(services, today),
      checked: checkedByNation(
        covered.map(({ area, kinds }) => ({ nation: area.nation, coverage: coverageOf(area.nation, kinds) })),
      ),
    },
  };
}

async function findReported(db: Db): Promise<ReportedCount[]> {
  const reported = await findSetting<ReportedInTheUk>(db, REPORTED_UK_SETTING);
  const source = reported && (await findSource(db, reported.sourceId));
  if (!source) return [];
  const { count, counted, by } = reported;
  return [{ count, counted, by, ...source, title: source.title ?? source.publisher }];
}
