import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import {
  findCommissionerByName,
  findProviderByName,
  findPublicPlace,
  findPublicProvider,
  isCommissionerHeldBack,
  isPlaceHeldBack,
  isProviderHeldBack,
} from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import { placeKindOf } from "@/domain/places/guess-kind";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import type { Effective } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { type GivenPlace, locateAddress, sourceOfPosition } from "@/server/reports/publishing/locate-address";
import {
  type CitedSource,
  fact,
  inferred,
  WORKED_OUT_FROM,
} from "@/server/reports/publishing/new-service-facts";

/** A record that a new service refers to: an existing one, or one that is made with it (`draft`). */
export type Resolved = { id: string; draft?: RecordDraft };

/** A record that is not there yet, with an id of its own. */
export function newRecord(
  recordType: RecordDraft["recordType"],
  slug: string,
  claims: RecordDraft["claims"],
  visibility: "published" | "area-only" = "published",
): Resolved & { draft: RecordDraft } {
  const id = randomUUID();
  return { id, draft: { recordType, recordId: id, create: { slug, visibility }, claims } };
}

/**
 * The provider: the one chosen by hand, else the one of exactly this name, else a new one. Null for "not named": a full
 * answer, never a placeholder.
 * @throws InvalidInputError when the chosen one is not public, or one of this name was taken off the site.
 */
export async function resolveProvider(
  db: Db,
  {
    proposal,
    providerId,
  }: Pick<Effective, "providerId"> & {
    proposal: Pick<NewServiceProposal, "naming" | "providerName" | "providerKind">;
  },
  source: CitedSource,
  toSlug: (text: string) => string,
): Promise<Resolved | null> {
  if (proposal.naming === "not-named") return null;
  const known = providerId
    ? await findPublicProvider(db, providerId)
    : await findProviderByName(db, proposal.providerName);
  if (known) return { id: known.id };
  if (providerId) throw new InvalidInputError({ provider: "provider-gone" });
  if (await isProviderHeldBack(db, proposal.providerName))
    throw new InvalidInputError({ provider: "provider-withheld" });
  const claims = [fact(source, "name", proposal.providerName)];
  const form = LEGAL_FORMS.find((candidate) => candidate === proposal.providerKind);
  if (form) claims.push(fact(source, "legal-form", form));
  return newRecord("provider", toSlug(proposal.providerName), claims);
}

/**
 * Who pays, by exact name; a new one only where the moderator says so. Null leaves it out.
 * @throws InvalidInputError where one of this name is off the site.
 */
export async function resolveCommissioner(
  db: Db,
  {
    proposal,
    createCommissioner,
  }: Pick<Effective, "createCommissioner"> & { proposal: Pick<NewServiceProposal, "commissionerName"> },
  source: CitedSource,
  toSlug: (text: string) => string,
): Promise<Resolved | null> {
  const name = proposal.commissionerName;
  if (name === "") return null;
  const known = await findCommissionerByName(db, name);
  if (known) return { id: known.id };
  if (!createCommissioner) return null;
  if (await isCommissionerHeldBack(db, name))
    throw new InvalidInputError({ commissioner: "commissioner-withheld" });
  const claims = [
    fact(source, "name", name),
    inferred(source, "kind", "other", WORKED_OUT_FROM.commissionerKind),
  ];
  return newRecord("commissioner", toSlug(name), claims);
}

/**
 * The place: the known one that was chosen, or a new one with its address. The address is claimed as the source gives
 * it; where it stands is a further claim, from the list of postcodes or towns, that says so.
 * @throws InvalidInputError when the chosen place is gone, one like it was taken off the site, or the postcode does not exist.
 */
export async function resolvePlace(
  db: Db,
  {
    proposal,
  }: {
    proposal: Pick<
      NewServiceProposal,
      "category" | "placeId" | "placeName" | "addressLines" | "town" | "postcode" | "point"
    >;
  },
  source: CitedSource,
  toSlug: (text: string) => string,
  decidedOn: string,
): Promise<Resolved & { name: string }> {
  if (proposal.placeId !== null) {
    const known = await findPublicPlace(db, proposal.placeId);
    if (!known) throw new InvalidInputError({ place: "place-gone" });
    return { id: known.id, name: known.name };
  }
  const name = proposal.placeName;
  const { addressLines: lines, town, postcode, point } = proposal;
  if (await isPlaceHeldBack(db, { name, postcode, town }))
    throw new InvalidInputError({ place: "place-withheld" });
  const address = await draftAddress(db, { lines, town, postcode, point }, source, decidedOn);
  const claims = [
    fact(source, "name", name),
    inferred(source, "kind", placeKindOf(proposal.category, name), WORKED_OUT_FROM.placeKind),
    ...address,
  ];
  return { ...newRecord("place", toSlug(name), claims), name };
}

/**
 * The main address as the source gives it, and where that stands as a further claim, from the list of postcodes or towns, that
 * replaces it and says so; the first alone where no list has it.
 * @throws InvalidInputError for a postcode that does not exist.
 */
export async function draftAddress(
  db: Db,
  given: GivenPlace,
  source: CitedSource,
  decidedOn: string,
): Promise<ClaimDraft[]> {
  const { address, evidence, isPinned } = await locateAddress(given);
  const asGiven = fact(source, "address", { ...address, lon: null, lat: null, precision: null });
  const first = { ...asGiven, id: randomUUID() };
  if (isPinned)
    return [first, { ...inferred(source, "address", address, WORKED_OUT_FROM.pin), supersedes: [first.id] }];
  if (!evidence) return [asGiven];
  const positioned: ClaimDraft = {
    field: "address",
    value: address,
    sourceId: await sourceOfPosition(db, evidence.reference),
    says: evidence.says,
    confirmedOn: decidedOn < first.confirmedOn ? decidedOn : first.confirmedOn,
    supersedes: [first.id],
  };
  return [first, positioned];
}
