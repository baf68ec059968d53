import { LRUCache } from "lru-cache";
import { getDb } from "@/db/client";
import { listCoverage } from "@/db/queries/coverage";
import { type AreaKind, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { coverageOf, hasRegister } from "@/domain/areas/coverage";
import { shadeOf } from "@/domain/map/coverage-shade";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { etagOf } from "@/server/http/etag-of";
import { knownPublication } from "@/server/http/publication";
import { areasPicture } from "@/server/pages/areas-picture";

/** What can be drawn: the bodies that plan or provide care, or the constituencies. */
export const COVERAGE_MAPS = {
  "health-bodies": HEALTH_BODY_KINDS,
  constituencies: ["constituency"],
} as const satisfies Record<string, readonly AreaKind[]>;
export type CoverageMapKey = keyof typeof COVERAGE_MAPS;

type Drawn = { text: string; etag: string; publication: number };
const kept = new LRUCache<CoverageMapKey, Drawn>({ max: Object.keys(COVERAGE_MAPS).length });

/** Words that go into the picture; `{name}`, `{known}` and `{checked}` of `area` are filled in. */
export type CoverageMapWords = {
  title: string;
  area: (name: string, known: number, checked: number) => string;
  areaUnknown: (name: string) => string;
};

/**
 * How much was looked at, as a picture of the whole country (SVG), kept until the next publication. Every area says
 * its name and numbers to those who open the picture by itself; the page has the same in a table.
 */
export async function drawCoverageMap(map: CoverageMapKey, words: CoverageMapWords): Promise<Drawn> {
  const publication = knownPublication();
  const before = kept.get(map);
  if (before?.publication === publication) return before;
  const areas = await listCoverage(getDb(), COVERAGE_MAPS[map], DEFAULT_DEFINITION);
  const shapes = areas.map(({ area, kinds }) => {
    const coverage = coverageOf(area.nation, kinds);
    const { known, checked } = coverage;
    const shade = shadeOf(coverage, hasRegister(area.nation));
    const says =
      shade === "cannot-say" ? words.areaUnknown(area.nameEn) : words.area(area.nameEn, known, checked);
    return { ...area, shade, says };
  });
  const text = areasPicture(words.title, shapes);
  const etag = etagOf(text);
  const drawn = { text, etag, publication };
  kept.set(map, drawn);
  return drawn;
}
