import type { AreaKind, AreaRecord, Nation } from "@/domain/areas/area";
import { toFiveDecimals } from "@/domain/areas/degrees";
import { boundingBox } from "@/domain/areas/geometry";
import { pointInside } from "@/domain/areas/geometry-inside";
import { areaSlug } from "@/domain/areas/slug";
import type { BoundaryFeature } from "@/ingest/boundary-geojson";
import { IngestRefusal } from "@/ingest/refusal";
import type { RegionsFile } from "@/ingest/regions-topojson";
import type { WelshNames } from "@/ingest/welsh-names";

export type AreaSources = {
  constituencies: BoundaryFeature[];
  councils: BoundaryFeature[];
  healthBodies: BoundaryFeature[];
  regions: RegionsFile;
  welshNames: WelshNames;
  populations: Map<string, number>;
};

/** The first election on these seats; until then the ones of 2010 stood. */
const CONSTITUENCIES_FROM = "2024-07-04";
/** The seven health bodies that took over on 1 April 2026, from E54000065 up. */
const FIRST_ICB_OF_2026 = "E54000065";
const POPULATION_YEAR = 2022;

/** The five kinds of area as records, sorted by kind and code. */
export function buildAreas(sources: AreaSources): AreaRecord[] {
  const { constituencies, councils, healthBodies, regions, welshNames, populations } = sources;
  const areas = [
    ...constituencies.map((feature) => {
      const population = populations.get(feature.code) ?? null;
      return {
        ...record("constituency", feature),
        nameCy: welshNames.byCode.get(feature.code) ?? null,
        population,
        populationYear: population === null ? null : POPULATION_YEAR,
        validFrom: CONSTITUENCIES_FROM,
      };
    }),
    ...councils.map((feature) => ({
      ...record("council", feature),
      nameCy: feature.code.startsWith("W") ? (welshNames.byEnglishName.get(feature.name) ?? null) : null,
      validFrom: councilValidFrom(feature.code, regions.councilStartYears),
    })),
    ...healthBodies.map((feature) => ({
      ...record(healthBodyKind(feature), feature),
      validFrom: feature.code.startsWith("E") && feature.code >= FIRST_ICB_OF_2026 ? "2026-04-01" : null,
    })),
    ...regions.regions.map((feature) => record("region", feature)),
    ...regions.nations.map((feature) => record("nation", feature)),
  ].sort((a, b) => (a.kind + a.code < b.kind + b.code ? -1 : 1));
  refuseRepeatedSlugs(areas);
  return areas;
}

function record(kind: AreaKind, feature: BoundaryFeature): AreaRecord {
  const [lon, lat] = pointInside(feature.polygons);
  const [west, south, east, north] = boundingBox(feature.polygons);
  return {
    kind,
    code: feature.code,
    odsCode: null,
    slug: areaSlug(kind, feature.name),
    nameEn: feature.name,
    nameCy: null,
    nation: nationOfCode(feature.code),
    lon: toFiveDecimals(lon),
    lat: toFiveDecimals(lat),
    bbox: [toFiveDecimals(west), toFiveDecimals(south), toFiveDecimals(east), toFiveDecimals(north)],
    population: null,
    populationYear: null,
    validFrom: null,
    validTo: null,
  };
}

/** ONS codes begin with the nation's letter; Northern Ireland's trusts have letters of their own, such as BHSCT. */
export function nationOfCode(code: string): Nation {
  if (/^E\d/.test(code)) return "england";
  if (/^S\d/.test(code)) return "scotland";
  if (/^W\d/.test(code)) return "wales";
  return "northern-ireland";
}

export function healthBodyKind({ code, type }: Pick<BoundaryFeature, "code" | "type">): AreaKind {
  if (type === "ICB") return "icb";
  if (type === "Health Board" || type === "Local Health Board") return "health-board";
  if (type === "HSC Trust") return "hsc-trust";
  throw new IngestRefusal("health bodies", `${code} is of an unknown type "${type}"`, null, "type");
}

/** English councils change on 1 April (the file has the year only); elsewhere a new code can follow another rule. */
function councilValidFrom(code: string, startYears: Map<string, number>): string | null {
  const year = startYears.get(code);
  return year !== undefined && code.startsWith("E") ? `${year}-04-01` : null;
}

function refuseRepeatedSlugs(areas: readonly AreaRecord[]): void {
  const seen = new Map<string, string>();
  for (const { kind, slug, code } of areas) {
    const other = seen.get(`${kind}/${slug}`);
    if (other !== undefined)
      throw new IngestRefusal(kind, `${other} and ${code} would share /${kind}/${slug}`);
    seen.set(`${kind}/${slug}`, code);
  }
}
