import { type Db, getDb } from "@/db/client";
import { findAreasBySlug } from "@/db/queries/areas";
import { listServicesInArea } from "@/db/queries/services";
import type { AreaKind } from "@/domain/areas/area";
import { ukToday } from "@/domain/dates/partial-date";
import { countServices } from "@/domain/figures/count";
import type { AreaPart } from "@/domain/look-up/part-areas";
import { boxView } from "@/domain/map/box-view";
import type { MapRow } from "@/domain/map/map-row";
import { boxOf, middleOf, nearestOfAny, nearestServices } from "@/domain/map/nearest-services";
import { answerFor } from "@/domain/pages/area-answer";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { NearArea, NearPageData } from "@/domain/pages/near-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { loadPartial } from "@/server/look-up/load-partial";
import { mapData } from "@/server/pages/map-data";
import { districtPoints } from "@/server/reference/district-points";

/** Of the services nearest to the middle, as many as the map shows with the district. */
const ON_THE_MAP = 5;

/**
 * What can be near a postcode of a district, so that its reader finds the ten nearest without saying which postcode it is
 * (docs/decisions/0039). Undefined for what is no district.
 */
export async function loadNear(
  outcode: string,
  definition: Definition,
  own?: Db,
): Promise<NearPageData | undefined> {
  const points = districtPoints(outcode);
  const [district] = loadPartial(outcode);
  if (points.length === 0 || !district) return undefined;
  const { rows } = await mapData(own);
  const services = nearestOfAny(
    rows.filter((row) => canBeNear(row, definition)),
    points,
  );
  const middle = middleOf(points);
  const around = nearestServices(services, middle, ON_THE_MAP).map(({ one }) => one);
  const parts = [...district.constituencies, ...district.councils, ...district.healthBodies];
  return {
    outcode,
    definition,
    services,
    middle,
    view: boxView(boxOf([...points, ...around])),
    areas: await loadAreas(own ?? getDb(), parts, definition),
  };
}

/** As counts have it, with what is planned: what has ended is near nobody. */
function canBeNear({ kind, status }: MapRow, definition: Definition): boolean {
  const isOver = status !== "operating" && status !== "planned";
  return !isOver && countsAs(kind, definition);
}

async function loadAreas(db: Db, parts: readonly AreaPart[], definition: Definition): Promise<NearArea[]> {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  const ofKind = (kind: AreaKind) => parts.filter((part) => part.kind === kind).map(({ slug }) => slug);
  const areas = await Promise.all(kinds.map((kind) => findAreasBySlug(db, kind, ofKind(kind))));
  return Promise.all(areas.flat().map((area) => withSentence(db, area, definition)));
}

async function withSentence(db: Db, area: AreaSummary, definition: Definition): Promise<NearArea> {
  const counts = countServices(await listServicesInArea(db, area.id), definition);
  const noCoverage = { known: 0, checked: 0 };
  return { area, parts: answerFor(counts, area.nation, [], noCoverage, [], ukToday()).slice(0, 1) };
}
