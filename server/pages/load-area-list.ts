import { getDb } from "@/db/client";
import { listAreas } from "@/db/queries/areas";
import { AREA_KINDS, type AreaKind, NATIONS, type Nation } from "@/domain/areas/area";
import type { AreaSummary } from "@/domain/pages/area-page";

/** Areas of one kind in one nation, by name. */
export type AreaGroup = { kind: AreaKind; nation: Nation; areas: AreaSummary[] };

/** Every area that exists today, grouped by kind and nation; groups without an area are left out. */
export async function loadAreaList(): Promise<AreaGroup[]> {
  const all = await listAreas(getDb());
  return AREA_KINDS.flatMap((kind) =>
    NATIONS.map((nation) => ({
      kind,
      nation,
      areas: all.filter((area) => area.kind === kind && area.nation === nation),
    })),
  ).filter((group) => group.areas.length > 0);
}
