import type { Db } from "@/db/client";
import { findAreaOfKinds } from "@/db/queries/areas";
import { findAreaKinds, findPublicPlace } from "@/db/queries/report-records";
import { SERVED_KINDS } from "@/domain/areas/served-kinds";
import { InvalidInputError } from "@/domain/errors";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { chosenArea } from "@/domain/reports/serves-area";
import { findAreaIdsOfAddress } from "@/server/areas/find-areas-of-address";
import { locateAddress } from "@/server/reports/publishing/locate-address";

/** The area that was chosen, by our name of it; undefined where none was. @throws InvalidInputError where it is none that can be. */
export async function findChosenArea(db: Db, where: Pick<NewServiceProposal, "placeId" | "areaId">) {
  const id = chosenArea(where);
  if (id === null) return undefined;
  const area = await findAreaOfKinds(db, id, SERVED_KINDS);
  if (!area) throw new InvalidInputError({ areaId: "choice" });
  return area;
}

/**
 * The health body's area that an address lies in, for a service that has no place: shown by area only, or one that comes
 * to its patients; the area itself, where one was chosen. The address is used for this and stored nowhere but in the report.
 * @throws InvalidInputError when it cannot be told.
 */
export async function findHealthBodyOfAddress(
  db: Db,
  proposal: Pick<NewServiceProposal, "placeId" | "postcode" | "town" | "point" | "areaId">,
): Promise<{ id: string; nameEn: string }> {
  const chosenId = chosenArea(proposal);
  const chosen = chosenId === null ? undefined : await findAreaOfKinds(db, chosenId, SERVED_KINDS);
  if (chosen) return chosen;
  const known = proposal.placeId === null ? undefined : await findPublicPlace(db, proposal.placeId);
  const { postcode, town } = known ?? proposal;
  const point = known ? "" : proposal.point;
  const { address } = await locateAddress({ lines: "", town, postcode, point });
  const found = await findAreaKinds(db, await findAreaIdsOfAddress(db, address));
  for (const kind of SERVED_KINDS) {
    const area = found.find((candidate) => candidate.kind === kind);
    if (area) return area;
  }
  throw new InvalidInputError({ place: "area-needed" });
}
