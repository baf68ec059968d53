import { type Db, getDb } from "@/db/client";
import { type AreaCoverage, listCoverage } from "@/db/queries/coverage";
import { countRegistered } from "@/db/queries/registrations";
import { HEALTH_BODY_KINDS, type Nation } from "@/domain/areas/area";
import { type Coverage, coverageOf, hasRegister } from "@/domain/areas/coverage";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { Definition } from "@/domain/providers/legal-form";
import type { RegisteredCount } from "@/domain/registrations/registered";

export type CoveredArea = { area: AreaSummary; coverage: Coverage };
/** A nation, how much of it was looked at, and the same for each of its health bodies, by name. */
export type NationCoverage = {
  nation: AreaSummary;
  hasRegister: boolean;
  whole: Coverage;
  bodies: CoveredArea[];
  /** What the regulator's register says of its GP practices, by kind; empty where it is not loaded. */
  registered: RegisteredCount[];
};

/** How much has been looked at, everywhere; what is outsourced is under the definition. */
export async function loadCoverage(definition: Definition, db: Db = getDb()): Promise<NationCoverage[]> {
  const all = await listCoverage(db, ["nation", ...HEALTH_BODY_KINDS], definition);
  const covered = ({ area, kinds }: AreaCoverage) => ({ area, coverage: coverageOf(area.nation, kinds) });
  const ofNation = (nation: Nation) =>
    all.filter(({ area }) => area.nation === nation && area.kind !== "nation").map(covered);
  const nations = all.filter(({ area }) => area.kind === "nation");
  const registered = await countRegistered(
    db,
    nations.map(({ area }) => area.id),
  );
  return nations.map((nation) => ({
    nation: nation.area,
    hasRegister: hasRegister(nation.area.nation),
    whole: covered(nation).coverage,
    bodies: ofNation(nation.area.nation),
    registered: registered.filter(({ areaId }) => areaId === nation.area.id),
  }));
}
