import type { Db } from "@/db/client";
import { listAreasOfKinds } from "@/db/queries/areas";
import { SERVED_KINDS } from "@/domain/areas/served-kinds";

/** The areas that a service without a place may serve, the smaller kinds first, each kind by name. */
export async function listAreasToServe(
  db: Db,
): Promise<{ id: string; nameEn: string; nameCy: string | null }[]> {
  const areas = await listAreasOfKinds(db, SERVED_KINDS);
  const kinds: readonly string[] = SERVED_KINDS;
  return areas.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}
