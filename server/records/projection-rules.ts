import type { Db } from "@/db/client";
import type { ProjectedType } from "@/db/queries/projections";
import type { ServiceCategory } from "@/domain/services/category";
import { type AreaAssigner, loadAreaAssigner } from "@/server/areas/find-areas-of-address";
import { findAreaOnlyRule } from "@/server/records/area-only";

/** A service refers to its place and provider, a contract to its holder, so those come first. */
export const PROJECTION_ORDER: readonly ProjectedType[] = [
  "provider",
  "commissioner",
  "place",
  "contract",
  "service",
];

/** What projecting any number of records needs to know; read once, the areas only when an address is to be placed. */
export type ProjectionRules = {
  isAreaOnly: (category: ServiceCategory) => boolean;
  areaAssigner: () => Promise<AreaAssigner>;
};

export async function loadProjectionRules(db: Db): Promise<ProjectionRules> {
  let assigner: Promise<AreaAssigner> | undefined;
  return {
    isAreaOnly: await findAreaOnlyRule(db),
    areaAssigner: () => {
      assigner ??= loadAreaAssigner(db);
      return assigner;
    },
  };
}
