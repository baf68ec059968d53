import type { Db } from "@/db/client";
import { findNamesOf } from "@/db/queries/batch-records";
import { findClaimsByRecord } from "@/db/queries/claims";
import {
  findPlaceIdsBySourceKey,
  listPlaceEntries,
  listServicesToDoubt,
  type PlaceEntry,
  type ServiceToDoubt,
} from "@/db/queries/register-places";
import type { Claim } from "@/domain/claims/claim";
import { DOUBT_FIELD } from "@/domain/claims/doubt";
import { ukToday } from "@/domain/dates/partial-date";
import { registerChange } from "@/domain/imports/register-change";
import type { PlaceRegister } from "@/domain/places/register-place";
import { planBranch } from "@/server/imports/registers/plan-branch";
import {
  type ChangeOf,
  codesOf,
  type PlannedRegisterItem,
  planOf,
  type RegisterItem,
  registerChangesOf,
} from "@/server/imports/registers/register-item";
import { findErasedTexts, textsOfDraft } from "@/server/records/erased-marks";
import { branchPlacer } from "@/server/registers/branches";
import { placeSourceKey } from "@/server/registers/doubt-services";
import { type EndedPlace, endedClaims, isListedBeside } from "@/server/registers/ended-places";
import { type DoubtedService, findDoubtedByRegisters } from "@/server/registers/lift-doubts";
import { matchPlaces } from "@/server/registers/match-places";
import { type RegisterClaim, registerClaims } from "@/server/registers/register-claims";
import { registerSource } from "@/server/registers/register-sources";

/**
 * Says of each item what it would do now. Writes nothing.
 * @param changeOf what a place's facts would change; where it is not given, what is in force already is no news, whoever said it.
 */
export async function planItems(
  db: Db,
  { register, edition }: { register: PlaceRegister; edition: string },
  items: readonly RegisterItem[],
  changeOf?: ChangeOf,
): Promise<PlannedRegisterItem[]> {
  const source = registerSource(register, edition);
  const places = items.flatMap((item) => ("place" in item ? [item] : []));
  const brought = await findPlaceIdsBySourceKey(db, "register/");
  const entries = await listPlaceEntries(db);
  const matched = matchPlaces(
    entries,
    places.map(({ place }) => place),
    brought,
  );
  const idOf = ({ place, sameAs }: (typeof places)[number]) => matched.get(place.key) ?? sameAs;
  const listed = new Set(places.flatMap((item) => idOf(item) ?? []));
  const over = items.flatMap((item) => ("ended" in item ? [item.ended.placeId] : []));
  const placeOfBranch = branchPlacer(entries);
  const practices = items.flatMap((item) => ("branch" in item ? (placeOfBranch(item.branch) ?? []) : []));
  const ids = [...new Set([...listed, ...over, ...practices])];
  const held = await findClaimsByRecord(db, "place", ids);
  const services = new Map((await listServicesToDoubt(db)).map((service) => [service.id, service]));
  const inDoubt = new Map((await findDoubtedByRegisters(db)).map((service) => [service.id, service]));
  const doubted = items.flatMap((item) => {
    if ("doubt" in item) return [item.doubt.recordId];
    return "lift" in item ? [item.lift.recordId] : [];
  });
  const names = await findNamesOf(db, [
    ...ids.map((id) => ({ type: "place" as const, id })),
    ...doubted.map((id) => ({ type: "service" as const, id })),
  ]);
  const nameOf = (id: string) => names.get(id)?.name ?? "";
  const planned = items.map((item) => {
    if ("doubt" in item)
      return planDoubt(item, services.get(item.doubt.recordId), nameOf(item.doubt.recordId));
    if ("lift" in item)
      return planLift(item, inDoubt.get(item.lift.recordId), register, nameOf(item.lift.recordId));
    if ("branch" in item) {
      const id = placeOfBranch(item.branch);
      const practice = id === null ? null : { id, name: nameOf(id), held: held.get(id) ?? [] };
      return planBranch(item, practice, source);
    }
    if ("ended" in item) {
      const { placeId: id } = item.ended;
      const claims = endedClaims(item.ended, entries, register, source);
      const place = { name: nameOf(id), claims, held: held.get(id) ?? [] };
      return planEnded(item, place, isListedElsewhere(item.ended, entries, listed));
    }
    const claims = registerClaims(item.place, source);
    const id = idOf(item);
    // A place that was merged or undone since has no claims that count: it would come as a new one.
    const known = id === null ? undefined : held.get(id);
    if (id === null || !known) return planNew(item, claims);
    const isOurs = brought.has(placeSourceKey(item.place));
    return planKnown(item, { id, name: nameOf(id), claims, held: known, isOurs }, changeOf);
  });
  return withoutErasedPlaces(db, planned);
}

/** A place that was erased for good is no news, and what the edition says of it is not stored. */
async function withoutErasedPlaces(db: Db, planned: PlannedRegisterItem[]): Promise<PlannedRegisterItem[]> {
  const textsOf = ({ draft }: PlannedRegisterItem) => (draft?.create ? textsOfDraft(draft) : []);
  const erased = await findErasedTexts(db, planned.flatMap(textsOf));
  if (erased.size === 0) return planned;
  return planned.map((one) =>
    textsOf(one).some((text) => erased.has(text))
      ? { item: one.item, outcome: "unchanged", warnings: [], plan: planOf(null, ""), draft: null }
      : one,
  );
}

function planNew(
  item: Extract<RegisterItem, { place: unknown }>,
  claims: RegisterClaim[],
): PlannedRegisterItem {
  const { place, slug } = item;
  const create = { slug, visibility: "published" as const, sourceKey: placeSourceKey(place) };
  // An id for as long as it is planned: it has one of its own once it is written.
  const draft = { recordType: "place" as const, recordId: placeSourceKey(place), create, claims };
  // For the preview: a name alone does not tell one surgery from another.
  const changes = claims.flatMap((claim) =>
    claim.field === "name" ? [] : (registerChange(claim, [], true) ?? []),
  );
  return { item, outcome: "new", warnings: [], plan: { ...planOf(null, place.name), changes }, draft };
}

function planKnown(
  item: Extract<RegisterItem, { place: unknown }>,
  known: { id: string; name: string; claims: RegisterClaim[]; held: readonly Claim[]; isOurs: boolean },
  changeOf?: ChangeOf,
): PlannedRegisterItem {
  const { said, changes, warnings } = registerChangesOf(known.claims, known.held, known.isOurs, changeOf);
  if (item.sameAs !== null && changes.length > 0)
    warnings.push({ column: null, code: "new-code", detail: known.name });
  return {
    item,
    outcome: changes.length === 0 ? "unchanged" : "changed",
    warnings,
    plan: { ...planOf(null, known.name), changes },
    draft: changes.length === 0 ? null : { recordType: "place", recordId: known.id, claims: said },
  };
}

/** Whether the place is listed all the same: by this edition, by another code, or through one it was merged with. */
function isListedElsewhere(
  { placeId, codes }: EndedPlace,
  entries: readonly PlaceEntry[],
  listed: ReadonlySet<string>,
): boolean {
  const stand = entries.find((entry) => entry.placeId === placeId)?.standsAs;
  const together = entries.filter(({ standsAs }) => standsAs === stand);
  return together.some((entry) => listed.has(entry.placeId)) || isListedBeside(codes, together, ukToday());
}

/** A place of which nothing is listed any more may have ended; one that has another open code only changes. */
function planEnded(
  item: Extract<RegisterItem, { ended: unknown }>,
  { name, claims, held }: { name: string; claims: RegisterClaim[]; held: readonly Claim[] },
  isListed: boolean,
): PlannedRegisterItem {
  const { said, changes, warnings } = registerChangesOf(claims, held, true);
  const isNamed = item.ended.codes.some((code) => code.isNamed && code.to === null);
  if (changes.some(({ kind }) => kind === "drops"))
    warnings.push({ column: null, code: isNamed ? "not-active" : "no-longer-listed", detail: name });
  // A branch that is over is not its practice.
  const ofPlace = item.ended.codes.some(({ scheme }) => scheme !== "ods-branch");
  const isOver = ofPlace && !isListed && changes.some(({ kind }) => kind === "ends" || kind === "drops");
  return {
    item,
    outcome: changes.length === 0 ? "unchanged" : isOver ? "ended" : "changed",
    warnings,
    plan: { ...planOf(null, name), changes },
    draft: changes.length === 0 ? null : { recordType: "place", recordId: item.ended.placeId, claims: said },
  };
}

/** A service is doubted as long as nobody did so before and its place has the codes that the edition was held against. */
function planDoubt(
  item: Extract<RegisterItem, { doubt: unknown }>,
  service: ServiceToDoubt | undefined,
  name: string,
): PlannedRegisterItem {
  const { doubt, codes } = item;
  const stands = service !== undefined && String(codesOf(service)) === String(codes);
  const changes = doubt.claims.map(({ field, value }) => ({
    field,
    kind: "sets" as const,
    from: null,
    to: String(value),
  }));
  return {
    item,
    outcome: stands ? "ended" : "unchanged",
    warnings: [],
    plan: { ...planOf(doubt.recordId, name), changes: stands ? changes : [] },
    draft: stands ? doubt : null,
  };
}

/** A doubt is lifted as long as it is still this register's, and the place has the codes that the edition was held against. */
function planLift(
  item: Extract<RegisterItem, { lift: unknown }>,
  service: DoubtedService | undefined,
  register: PlaceRegister,
  name: string,
): PlannedRegisterItem {
  const { lift, codes } = item;
  const stands = service?.register === register && String(codesOf(service)) === String(codes);
  const change = { field: DOUBT_FIELD, kind: "changes" as const, from: service?.reason ?? "", to: "lifted" };
  return {
    item,
    outcome: stands ? "changed" : "unchanged",
    warnings: [],
    plan: { ...planOf(lift.recordId, name), changes: stands ? [change] : [] },
    draft: stands ? lift : null,
  };
}
