import type { Db } from "@/db/client";
import { findAreaKinds, findPublicPlace } from "@/db/queries/report-records";
import type { AreaKind } from "@/domain/areas/area";
import { InvalidInputError } from "@/domain/errors";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { findAreaIdsOfAddress } from "@/server/areas/find-areas-of-address";
import { locateAddress } from "@/server/reports/publishing/locate-address";

/**
 * Kinds of area that a service without a place may be shown in, the first that is known. Coarse on purpose: a
 * constituency or council with one town in it would tell where such a service is.
 */
const KINDS: readonly AreaKind[] = ["icb", "health-board", "hsc-trust", "region", "nation"];

/**
 * The health body's area that an address lies in, for a service that has no place: shown by area only, or one that comes
 * to its patients. The address itself is used for this and stored nowhere but in the report.
 * @throws InvalidInputError when it cannot be told.
 */
export async function findHealthBodyOfAddress(
  db: Db,
  proposal: Pick<NewServiceProposal, "placeId" | "postcode" | "town">,
): Promise<{ id: string; nameEn: string }> {
  const known = proposal.placeId === null ? undefined : await findPublicPlace(db, proposal.placeId);
  const { postcode, town } = known ?? proposal;
  const { address } = await locateAddress({ lines: "", town, postcode });
  const found = await findAreaKinds(db, await findAreaIdsOfAddress(db, address));
  for (const kind of KINDS) {
    const area = found.find((candidate) => candidate.kind === kind);
    if (area) return area;
  }
  throw new InvalidInputError({ place: "area-needed" });
}
