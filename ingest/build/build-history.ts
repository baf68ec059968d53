import type { AreaIndex } from "@/db/reference/area-index";
import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, type PostcodeTable } from "@/db/reference/postcode-table";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaHistory, Succession } from "@/domain/areas/area-history";
import { toFiveDecimals } from "@/domain/areas/degrees";
import { boundingBox } from "@/domain/areas/geometry";
import { pointInside } from "@/domain/areas/geometry-inside";
import { areaSlug } from "@/domain/areas/slug";
import { itemAt } from "@/domain/lists/item-at";
import { cellCentre } from "@/domain/postcodes/cell-centre";
import type { BoundaryFeature } from "@/ingest/boundary-geojson";
import type { ConstituencyOverlap } from "@/ingest/constituency-overlap";
import { nationOfCode } from "./build-areas";
import { count } from "./build-overlaps";

/** The seats of the election of 2010 stood until the day before that of 2024. Scotland's are older. */
const SEATS = { validFrom: "2010-05-06", validTo: "2024-07-03" };
/** Thirteen health bodies ended when seven others took over on 1 April 2026. Codes were given in several years. */
const HEALTH_BODIES = { validFrom: null, validTo: "2026-03-31" };
/** Less than this is the line drawn twice, not people who moved: 20 m outlines against positions of 100 m. */
const LEAST_SHARE = 0.005;

const UNKNOWN = { odsCode: null, nameCy: null, population: null, populationYear: null } as const;

/** The health bodies of 2023 that are no more, with the share of each one's unit postcodes in every health body of today. */
export function healthBodyHistory(
  old: readonly BoundaryFeature[],
  outlines: AreaIndex,
  table: PostcodeTable,
  current: readonly AreaRecord[],
): AreaHistory {
  const today = new Set(current.filter(({ kind }) => kind === "icb").map(({ code }) => code));
  const ended = old.filter(({ code }) => !today.has(code));
  const areas = ended.map(({ code, name, polygons }): AreaRecord => {
    const [lon, lat] = pointInside(polygons);
    const slug = areaSlug("icb", name);
    const taken = current.some((area) => area.kind === "icb" && area.slug === slug);
    return {
      ...UNKNOWN,
      ...HEALTH_BODIES,
      kind: "icb",
      code,
      slug: taken ? `${slug}-until-2026` : slug,
      nameEn: name,
      nation: nationOfCode(code),
      lon: toFiveDecimals(lon),
      lat: toFiveDecimals(lat),
      bbox: boundingBox(polygons).map(toFiveDecimals) as unknown as AreaRecord["bbox"],
    };
  });
  return { areas, successions: sharesOfPostcodes(new Set(ended.map(({ code }) => code)), outlines, table) };
}

function sharesOfPostcodes(
  ended: ReadonlySet<string>,
  outlines: AreaIndex,
  table: PostcodeTable,
): Succession[] {
  const totals = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (let at = 0; at < table.inward.length; at++) {
    const column = itemAt(table.column, at);
    const to = table.healthBodyCodes[itemAt(table.healthBody, at)];
    if (column === NO_COLUMN || !to?.startsWith("E54")) continue;
    const { lon, lat } = cellCentre(GRID, column, itemAt(table.row, at));
    const from = outlines.codeAt(lon, lat);
    if (from === null || !ended.has(from)) continue;
    count(totals, from);
    count(pairs, `${from} ${to}`);
  }
  return [...pairs]
    .map(([pair, units]): Succession => {
      const [from = "", to = ""] = pair.split(" ");
      return { from, to, share: toThousandths(units / (totals.get(from) ?? units)), basis: "postcodes" };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort(byCodes);
}

/**
 * The constituencies of 2010 whose code ended in 2024. Their outlines are not read: each has the point and box of what
 * it became.
 * @param names where the list of names is there; a seat without one goes by its code, because names were changed too
 */
export function seatHistory(
  overlaps: readonly ConstituencyOverlap[],
  names: ReadonlyMap<string, string>,
  current: readonly AreaRecord[],
): AreaHistory {
  const today = new Map(
    current.filter(({ kind }) => kind === "constituency").map((area) => [area.code, area]),
  );
  const successions = overlaps
    .filter(({ from, share }) => !today.has(from) && share >= LEAST_SHARE)
    .map((overlap): Succession => ({ ...overlap, basis: "population" }))
    .sort(byCodes);
  const codes = [...new Set(successions.map(({ from }) => from))];
  const areas = codes.map((code): AreaRecord => {
    const parts = successions.filter(({ from }) => from === code).sort((a, b) => b.share - a.share);
    const seats = parts.map(({ to }) => today.get(to)).filter((seat) => seat !== undefined);
    const largest = seats[0];
    if (!largest) throw new Error(`${code} became no constituency that is known`);
    const name = names.get(code) ?? code;
    return {
      ...UNKNOWN,
      validFrom: code.startsWith("S") ? null : SEATS.validFrom,
      validTo: SEATS.validTo,
      kind: "constituency",
      code,
      slug: `${areaSlug("constituency", name)}-until-2024`,
      nameEn: name,
      nation: largest.nation,
      lon: largest.lon,
      lat: largest.lat,
      bbox: boxAround(seats),
    };
  });
  return { areas, successions };
}

function boxAround(seats: readonly AreaRecord[]): AreaRecord["bbox"] {
  const edge = (side: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    pick(...seats.map(({ bbox }) => bbox[side]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

function byCodes(a: Succession, b: Succession): number {
  return a.from === b.from ? b.share - a.share || (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1;
}

function toThousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}
