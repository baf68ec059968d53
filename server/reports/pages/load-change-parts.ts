import type { Db } from "@/db/client";
import {
  findPlacesLike,
  findPublicPlace,
  type KnownName,
  type PublicPlace,
} from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import { isApproximate } from "@/domain/places/place";
import { type ChangeProposal, whereSchema } from "@/domain/reports/change-proposals";
import { formatPostcode } from "@/domain/reports/postcode-text";
import type { SecondPersonRule } from "@/domain/reports/second-person";
import { chosenArea } from "@/domain/reports/serves-area";
import { findRulesOfChange } from "@/server/reports/changes/second-person-of-change";
import { loadSecondPersonRules } from "@/server/reports/moves/moderation-settings";
import { findAlikeProviders } from "@/server/reports/publishing/alike-providers";
import { type GivenPlace, locateAddress } from "@/server/reports/publishing/locate-address";

/** Where a change would put its entry: a place that we have, by its slug, or a point (degrees WGS84). */
export type GoesTo = { place: string } | { centre: { lon: number; lat: number; isApproximate: boolean } };

/** What stands beside the decision about a report of an entry. */
export type ChangePartsRead = {
  /** Places that a move may mean, the one that was chosen among them. */
  places: PublicPlace[];
  /** Organisations that a new provider may be, where none has the very name. */
  alikeProviders: KnownName[];
  /** Rules that would send it to a second moderator. */
  rules: SecondPersonRule[];
  /** Null where it stays, and where nothing tells where it would be. */
  goesTo: GoesTo | null;
};

export async function loadChangeParts(
  db: Db,
  proposal: ChangeProposal,
  /** Whether readers are shown where the entry is. */
  isPlaced: boolean,
): Promise<ChangePartsRead> {
  const [places, alikeProviders, active] = await Promise.all([
    placesMeant(db, proposal),
    proposal.kind === "change" && proposal.change === "new-provider"
      ? findAlikeProviders(db, proposal.providerName)
      : [],
    loadSecondPersonRules(db),
  ]);
  return {
    places,
    alikeProviders,
    rules: await findRulesOfChange(db, { proposal }, active),
    goesTo: isPlaced ? await findGoesTo(proposal, places) : null,
  };
}

async function placesMeant(db: Db, proposal: ChangeProposal): Promise<PublicPlace[]> {
  if (proposal.kind !== "change" || proposal.change !== "moved") return [];
  if (chosenArea(proposal) !== null) return [];
  const { placeId, placeName: name, postcode } = proposal;
  const like = await findPlacesLike(db, { name, postcode: formatPostcode(postcode) });
  const chosen = placeId === null ? undefined : await findPublicPlace(db, placeId);
  return chosen ? [chosen, ...like.filter(({ id }) => id !== chosen.id)] : like;
}

async function findGoesTo(proposal: ChangeProposal, places: readonly PublicPlace[]): Promise<GoesTo | null> {
  if (proposal.kind === "change" && proposal.change === "moved") {
    // What serves an area has no mark of its own.
    if (chosenArea(proposal) !== null) return null;
    const { placeId, addressLines: lines, town, postcode, point } = proposal;
    const chosen = places.find(({ id }) => id === placeId);
    return chosen ? { place: chosen.slug } : pointOf({ lines, town, postcode, point });
  }
  if (proposal.kind !== "correction") return null;
  if (proposal.field === "point")
    return pointOf({ lines: "", town: "", postcode: "", point: String(proposal.proposed) });
  if (proposal.field !== "address") return null;
  const { addressLines: lines, town, postcode } = whereSchema.parse(proposal.proposed);
  return pointOf({ lines, town, postcode });
}

async function pointOf(given: GivenPlace): Promise<GoesTo | null> {
  try {
    const { lon, lat, precision } = (await locateAddress(given)).address;
    if (lon === null || lat === null || precision === null) return null;
    return { centre: { lon, lat, isApproximate: isApproximate(precision) } };
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
