import type { Db } from "@/db/client";
import {
  findCommissionerByName,
  findPlacesLike,
  findProviderByName,
  findPublicPlace,
} from "@/db/queries/report-records";
import type { AddressValue } from "@/domain/claims/claim";
import { InvalidInputError } from "@/domain/errors";
import { isApproximate } from "@/domain/places/place";
import { typedOtherThan } from "@/domain/reports/known-place";
import { formatPostcode } from "@/domain/reports/postcode-text";
import type { NewServicePreview } from "@/domain/reports/preview";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { findSecondPersonRules } from "@/domain/reports/second-person";
import { isServingArea } from "@/domain/reports/serves-area";
import { nameOfServiceFor, serviceNameOf } from "@/domain/reports/service-name";
import { nameAreasOf } from "@/server/areas/name-areas-at";
import { findPostcodeProblem } from "@/server/look-up/problem-of-postcode";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { loadSecondPersonRules } from "@/server/reports/moves/moderation-settings";
import { findAlikeProviders } from "@/server/reports/publishing/alike-providers";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";
import { locateAddress } from "@/server/reports/publishing/locate-address";
import { findRevealingIn } from "@/server/reports/publishing/refuse-revealing";

/** What approval would make of a proposal as it stands: which records are there already and which would be new. */
export async function previewNewService(db: Db, proposal: NewServiceProposal): Promise<NewServicePreview> {
  const [place, candidates, provider, alike, commissioner, active] = await Promise.all([
    proposal.placeId === null ? undefined : findPublicPlace(db, proposal.placeId),
    findPlacesLike(db, { name: proposal.placeName, postcode: formatPostcode(proposal.postcode) }),
    proposal.naming === "named" ? findProviderByName(db, proposal.providerName) : undefined,
    proposal.naming === "named" ? findAlikeProviders(db, proposal.providerName) : [],
    proposal.commissionerName === "" ? undefined : findCommissionerByName(db, proposal.commissionerName),
    loadSecondPersonRules(db),
  ]);
  const isAreaOnly = await findAreaOnlyRule(db);
  const areaOnly = isAreaOnly(proposal.category);
  const servesArea = !areaOnly && isServingArea(proposal);
  const { position, centre, address } = await positionOf(proposal, {
    isKnown: place !== undefined,
    areaOnly,
    servesArea,
  });
  const served = servesArea ? await areaNameOf(db, proposal) : null;
  return {
    name: servesArea
      ? nameOfServiceFor(proposal.category, served)
      : serviceNameOf(proposal.category, place?.name ?? proposal.placeName, areaOnly),
    place: place ?? null,
    typedPlace: place ? typedOtherThan(place, proposal) : null,
    candidates,
    provider: provider ?? null,
    alikeProviders: alike,
    commissioner: commissioner ?? null,
    revealing: await findRevealingIn(db, proposal),
    position,
    centre,
    areas: address ? await nameAreasOf(db, address) : served === null ? [] : [{ en: served, cy: null }],
    nearest: position === "postcode-unknown" ? (findPostcodeProblem(proposal.postcode)?.nearest ?? []) : [],
    rules: findSecondPersonRules(
      { proposal, sent: proposal, providerIsKnown: provider !== undefined, isAreaOnly },
      active,
    ),
  };
}

/** Null while the address does not tell; approval then asks for a postcode. */
async function areaNameOf(db: Db, proposal: NewServiceProposal): Promise<string | null> {
  try {
    return (await findHealthBodyOfAddress(db, proposal)).nameEn;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}

async function positionOf(
  proposal: NewServiceProposal,
  { isKnown, areaOnly, servesArea }: { isKnown: boolean; areaOnly: boolean; servesArea: boolean },
): Promise<Pick<NewServicePreview, "position" | "centre"> & { address: AddressValue | null }> {
  const without = { centre: null, address: null };
  if (areaOnly) return { position: "area-only", ...without };
  if (servesArea) return { position: "serves-area", ...without };
  if (isKnown) return { position: "known-place", ...without };
  try {
    const { addressLines: lines, town, postcode, point } = proposal;
    const { address, isPinned } = await locateAddress({ lines, town, postcode, point });
    const { lon, lat, precision } = address;
    if (precision === null || lon === null || lat === null) return { position: "none", ...without };
    const centre = { lon, lat, isApproximate: isApproximate(precision) };
    if (isPinned) return { position: centre.isApproximate ? "pin-rough" : "pin", centre, address };
    return { position: precision === "town" ? "town" : "postcode", centre, address };
  } catch (error) {
    if (error instanceof InvalidInputError) return { position: "postcode-unknown", ...without };
    throw error;
  }
}
