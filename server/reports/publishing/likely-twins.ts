import type { Db } from "@/db/client";
import { findLikelyTwins, type LikelyTwin, type TwinQuery } from "@/db/queries/likely-twins";
import { findPublicPlaces } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import type { Effective } from "@/domain/reports/field-decision";
import { formatPostcode } from "@/domain/reports/postcode-text";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { isServingArea } from "@/domain/reports/serves-area";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findProvidersMeant } from "@/server/reports/publishing/alike-providers";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";

/** A proposal, and the provider that a moderator chose for it, where one did. */
type ToCompare = { proposal: NewServiceProposal; chosenProviderId?: string | null };

/** Published services that a proposal may mean; what stands beside the report, and what stops a twin. */
export async function loadLikelyTwins(
  db: Db,
  proposal: NewServiceProposal,
  chosenProviderId: string | null = null,
): Promise<LikelyTwin[]> {
  const [twins = []] = await loadLikelyTwinsOf(db, [{ proposal, chosenProviderId }]);
  return twins;
}

/** The same of many proposals, asked at once: a page of the queue has 25. @returns for each, in its order. */
export async function loadLikelyTwinsOf(db: Db, compared: readonly ToCompare[]): Promise<LikelyTwin[][]> {
  const isNameAsked = ({ proposal, chosenProviderId }: ToCompare) =>
    !chosenProviderId && proposal.naming === "named";
  const [places, meant, isAreaOnly] = await Promise.all([
    findPublicPlaces(
      db,
      compared.flatMap(({ proposal }) => proposal.placeId ?? []),
    ),
    findProvidersMeant(
      db,
      compared.filter(isNameAsked).map(({ proposal }) => proposal.providerName),
    ),
    findAreaOnlyRule(db),
  ]);
  const queries = compared.map(async (one): Promise<TwinQuery> => {
    const { proposal, chosenProviderId = null } = one;
    const place = proposal.placeId ? places.get(proposal.placeId) : undefined;
    const provider = isNameAsked(one) ? meant.get(proposal.providerName) : undefined;
    const providerId = chosenProviderId ?? provider?.id ?? null;
    const isWithoutPlace = isServingArea(proposal) || isAreaOnly(proposal.category);
    // An organisation that is new to us runs nothing yet that we hold.
    const mayBeInArea = isWithoutPlace && (providerId !== null || proposal.naming === "not-named");
    return {
      category: proposal.category,
      placeId: place?.id ?? null,
      placeName: place ? "" : proposal.placeName,
      areaId: mayBeInArea ? await areaServed(db, proposal) : null,
      postcode: place?.postcode ?? formatPostcode(proposal.postcode),
      town: place?.town ?? proposal.town,
      providerId,
    };
  });
  return findLikelyTwins(db, await Promise.all(queries));
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
