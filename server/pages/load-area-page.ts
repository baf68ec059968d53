import { type Db, getDb } from "@/db/client";
import { findArea, findMp, listOverlaps } from "@/db/queries/areas";
import { listSourcedClaims, listSourcesOfMany } from "@/db/queries/claims-read";
import { findCoverage } from "@/db/queries/coverage";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { listParents, listRegistrationChanges } from "@/db/queries/registration-changes";
import { countRegistered } from "@/db/queries/registrations";
import { listServicesInArea } from "@/db/queries/services";
import { listUnknownCarers } from "@/db/queries/unknown-carers";
import { AREA_KINDS, type AreaKind } from "@/domain/areas/area";
import { coverageOf } from "@/domain/areas/coverage";
import { CLAIM_FIELDS } from "@/domain/claims/claim";
import { hideQuotes, hideTitles } from "@/domain/claims/hide-quotes";
import { type ClaimRead, inForceOfEach, type SourceRead, sourcesOf } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";
import { ENOUGH_PLACES } from "@/domain/figures/compare-services";
import { countServices } from "@/domain/figures/count";
import type { ReportedCount } from "@/domain/figures/reported-count";
import type { ServiceRow } from "@/domain/figures/service-row";
import { unknownBeside } from "@/domain/figures/unknown-beside";
import { answerFor, answerForPractices } from "@/domain/pages/area-answer";
import type { AreaPageData } from "@/domain/pages/area-page";
import { townsOf } from "@/domain/pages/towns-of";
import { inMiles } from "@/domain/places/distance";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { changesByYear } from "@/domain/registrations/changes";
import { sumRegistered } from "@/domain/registrations/registered-sum";
import { isRunning } from "@/domain/services/running";
import { loadPostcodeData } from "@/server/look-up/load-postcode-data";
import { allServices } from "@/server/pages/all-services";
import { aroundArea } from "@/server/pages/around-area";
import { loadShareOfCare } from "@/server/pages/load-share-of-care";
import { readShareOfCare } from "@/server/pages/read-share-of-care";

/** Everything an area's page says. Undefined where there is no such area. */
export async function loadAreaPage(
  kind: string,
  slug: string,
  definition: Definition,
  own?: Db,
): Promise<AreaPageData | undefined> {
  const db = own ?? getDb();
  const known = AREA_KINDS.find((candidate) => candidate === kind);
  if (!known) return undefined;
  const area = await findArea(db, known, slug);
  if (!area) return undefined;
  const [all, overlaps, mp, areaClaims, covered, postcodeData, registered] = await Promise.all([
    listServicesInArea(db, area.id),
    listOverlaps(db, area.id),
    hasMp(known) ? findMp(db, area.id) : undefined,
    listSourcedClaims(db, "area", [area.id]),
    findCoverage(db, area.id, definition),
    loadPostcodeData(area.nation, db),
    countRegistered(db, [area.id]),
  ]);
  const services = all.filter((service) => countsAs(service.kind, definition));
  // What a source says of a service shown by area only could tell where it is, so its sources are not listed.
  const named = services.filter((service) => service.slug !== null).map((service) => service.id);
  const sources = await findSources(db, named);
  const counts = countServices(all, definition);
  const reasons = services.flatMap((service) =>
    isRunning(service) && service.mayHaveEndedReason ? [service.mayHaveEndedReason] : [],
  );
  const hidden = await findHiddenNames(db, []);
  const reported = hideQuotes(inForceOfEach(areaClaims), hidden);
  const coverage = coverageOf(area.nation, covered);
  const { sharedTowns, nearby } = aroundArea(area, all, await allServices(own), definition);
  const [nearest] = nearby;
  const answer = answerFor(counts, area.nation, reasons, coverage, namesOfGone(services), ukToday());
  const shared = sharedTowns.flatMap(({ place }) => place?.town || []);
  if (shared.length > 0) {
    const towns = townsOf(sharedTowns).join(", ");
    answer.push({ key: "sharedTowns", values: { shared: shared.length, towns } });
  }
  const namedAfter = sharedTowns.length - shared.length;
  if (namedAfter > 0) answer.push({ key: "namedAfter", values: { named: namedAfter } });
  const practices = coverage.lines.find(({ kind: of }) => of === "gp-practice")?.counts?.known ?? 0;
  answer.push(...answerForPractices(sumRegistered(registered, practices)));
  if (counts.services === 0 && nearest) {
    const miles = inMiles(nearest.metres);
    answer.push({ key: "nearest", values: { nearest: nearest.name, miles } });
  }
  return {
    area,
    counts,
    answer,
    nearby,
    sharedTowns,
    coverage,
    registered,
    changes: practices < ENOUGH_PLACES ? [] : await loadChanges(db, area.id),
    services: services.toSorted((a, b) => Number(a.status === "ended") - Number(b.status === "ended")),
    leftOut: all.filter(({ kind }) => kind !== null && !countsAs(kind, definition)).length,
    unknown: unknownBeside(all, definition),
    reported: reported.flatMap(toReportedCount),
    shareOfCare: await loadShareOfCare(
      area,
      definition,
      () => readShareOfCare(db),
      (month, healthBodyId) => listUnknownCarers(db, month, healthBodyId),
    ),
    overlaps,
    postcodeData,
    mp: mp ?? null,
    sources: hideTitles(sourcesOf([...sources.map((source) => ({ source })), ...reported]), hidden),
  };
}

async function loadChanges(db: Db, areaId: string) {
  const [changes, parents] = await Promise.all([listRegistrationChanges(db, areaId), listParents(db)]);
  return changesByYear(changes, parents);
}

/** What readers know them by: the place, for a service that has one. */
function namesOfGone(services: readonly ServiceRow[]): string[] {
  return services.flatMap(({ status, notCounted, place, name }) =>
    status === "operating" && notCounted === "no-longer-listed" ? (place?.name ?? name ?? []) : [],
  );
}

/** From here on the claims themselves would be thousands of rows for a dozen sources. */
const MANY = 100;

/** The sources of what is said of the services now. */
async function findSources(db: Db, serviceIds: readonly string[]): Promise<SourceRead[]> {
  if (serviceIds.length > MANY) return listSourcesOfMany(db, "service", serviceIds);
  const claims = await listSourcedClaims(db, "service", serviceIds);
  return inForceOfEach(claims).map(({ source }) => source);
}

function hasMp(kind: AreaKind): boolean {
  return kind === "constituency";
}

function toReportedCount(claim: ClaimRead): ReportedCount[] {
  if (claim.field !== "reported-count") return [];
  const { publishedOn, publisher, title, url } = claim.source;
  const reported = CLAIM_FIELDS.area["reported-count"].parse(claim.value);
  return [{ ...reported, publishedOn, publisher, title: title ?? publisher, url }];
}
