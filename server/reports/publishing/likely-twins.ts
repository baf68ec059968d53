import type { Db } from "@/db/client";
import { findLikelyTwins, type LikelyTwin } from "@/db/queries/likely-twins";
import { findProviderByName, findPublicPlace } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import type { Effective } from "@/domain/reports/field-decision";
import { formatPostcode } from "@/domain/reports/postcode-text";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { isServingArea } from "@/domain/reports/serves-area";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findAlikeProviders } from "@/server/reports/publishing/alike-providers";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";

/** Published services that a proposal may mean; what stands beside the report, and what stops a twin. */
export async function loadLikelyTwins(
  db: Db,
  proposal: NewServiceProposal,
  chosenProviderId: string | null = null,
): Promise<LikelyTwin[]> {
  const place = proposal.placeId ? await findPublicPlace(db, proposal.placeId) : undefined;
  const provider =
    chosenProviderId === null && proposal.naming === "named"
      ? ((await findProviderByName(db, proposal.providerName)) ??
        (await findAlikeProviders(db, proposal.providerName))[0])
      : undefined;
  const providerId = chosenProviderId ?? provider?.id ?? null;
  const isWithoutPlace = isServingArea(proposal) || (await findAreaOnlyRule(db))(proposal.category);
  // An organisation that is new to us runs nothing yet that we hold.
  const mayBeInArea = isWithoutPlace && (providerId !== null || proposal.naming === "not-named");
  return findLikelyTwins(db, {
    category: proposal.category,
    placeId: place?.id ?? null,
    placeName: place ? "" : proposal.placeName,
    areaId: mayBeInArea ? await areaServed(db, proposal) : null,
    postcode: place?.postcode ?? formatPostcode(proposal.postcode),
    town: place?.town ?? proposal.town,
    providerId,
  });
}

/**
 * Two entries for one service would count it twice.
 * @throws InvalidInputError ("twin") while a likely twin is not among those a moderator has ruled out.
 */
export async function assertNoTwin(
  db: Db,
  { proposal, providerId }: Effective,
  notTheSameAs: readonly string[],
): Promise<void> {
  const twins = await loadLikelyTwins(db, proposal, providerId);
  if (twins.some(({ id }) => !notTheSameAs.includes(id))) throw new InvalidInputError({ twins: "twin" });
}

/** Null where it cannot be told from the address: nothing is published then either. */
async function areaServed(db: Db, proposal: NewServiceProposal): Promise<string | null> {
  try {
    return (await findHealthBodyOfAddress(db, proposal)).id;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
