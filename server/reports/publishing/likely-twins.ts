import type { Db } from "@/db/client";
import {
  findLikelyTwins,
  findProviderByName,
  findPublicPlace,
  type LikelyTwin,
} from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import type { Effective } from "@/domain/reports/field-decision";
import { formatPostcode } from "@/domain/reports/postcode-text";
import type { NewServiceProposal } from "@/domain/reports/proposal";

/** Published services that a proposal may mean; what stands beside the report, and what stops a twin. */
export async function loadLikelyTwins(
  db: Db,
  proposal: NewServiceProposal,
  chosenProviderId: string | null = null,
): Promise<LikelyTwin[]> {
  const place = proposal.placeId ? await findPublicPlace(db, proposal.placeId) : undefined;
  const provider =
    chosenProviderId === null && proposal.naming === "named"
      ? await findProviderByName(db, proposal.providerName)
      : undefined;
  return findLikelyTwins(db, {
    category: proposal.category,
    placeId: place?.id ?? null,
    postcode: place?.postcode ?? formatPostcode(proposal.postcode),
    town: place?.town ?? proposal.town,
    providerId: chosenProviderId ?? provider?.id ?? null,
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
