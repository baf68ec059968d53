import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { findParentId } from "@/db/queries/providers";
import { listServicesNamedAfter } from "@/db/queries/service-names";
import type { AnyActor } from "@/domain/actor";
import { saysSo } from "@/domain/claims/claim";
import { mainAddresses } from "@/domain/claims/main-address";
import { InvalidInputError } from "@/domain/errors";
import { slugOf } from "@/domain/records/slug";
import { type Correction, whereSchema } from "@/domain/reports/change-proposals";
import { isLineFact } from "@/domain/reports/service-lines";
import { nameOfServiceFor, serviceNameOf } from "@/domain/reports/service-name";
import { SERVES_AREA_CATEGORIES, SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { findAreaOnlyRule } from "@/server/records/area-only";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { type ChangedEntry, lockEntry } from "@/server/reports/changes/changed-entry";
import { draftLine } from "@/server/reports/changes/draft-line";
import { otherForm, ownersSaid } from "@/server/reports/changes/draft-ownership";
import type { DraftedChange } from "@/server/reports/changes/draft-service-change";
import { refusePlaceHeldBack, refuseTaken } from "@/server/reports/changes/refuse-taken";
import { replacing } from "@/server/reports/changes/replace-claims";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";
import { type CitedSource, inferred, WORKED_OUT_FROM } from "@/server/reports/publishing/new-service-facts";
import { draftAddress, type Resolved, resolveProvider } from "@/server/reports/publishing/resolve-records";

/** What we said was wrong: what is right takes its place, whatever day either is of. */
export async function draftCorrection(
  db: Db,
  correction: Correction,
  source: CitedSource,
  { actor, decidedOn }: { actor: AnyActor; decidedOn: string },
): Promise<DraftedChange> {
  const { recordType: type, recordId: id, field, proposed } = correction;
  const entry = await lockEntry(db, { type, id });
  const of = (claims: ClaimDraft[]): RecordDraft => ({ recordType: type, recordId: id, claims });
  const drafts = await draftsOf(db, { actor, correction, entry, source, decidedOn, of });
  if (isSaid(entry, field, proposed)) throw new InvalidInputError({ proposed: "says-so-already" });
  return { drafts, subject: { type, id } };
}

type Given = {
  actor: AnyActor;
  correction: Correction;
  entry: ChangedEntry;
  source: CitedSource;
  decidedOn: string;
  of: (claims: ClaimDraft[]) => RecordDraft;
};

async function draftsOf(db: Db, given: Given): Promise<RecordDraft[]> {
  const { actor, correction, entry, source, decidedOn, of } = given;
  const { recordType: type, field, proposed, lineId } = correction;
  if (isLineFact(field)) return draftLine(db, { actor, entry, field, lineId, proposed, source });
  if (type === "service" && field === "provider") return ofProvider(db, given, String(proposed));
  if (type === "place" && field === "address") {
    const { addressLines: lines, town, postcode } = whereSchema.parse(proposed);
    await refusePlaceHeldBack(db, entry, { town, postcode });
    const address = await draftAddress(db, { lines, town, postcode }, source, decidedOn);
    return [of(address.map((claim) => overAddress(entry, claim)))];
  }
  if (type === "place" && field === "registration")
    return [of([await otherForm(db, entry, String(proposed), source)])];
  if (type === "provider" && field === "owner-class") return ownersSaid(db, entry, String(proposed), source);
  if (field === "point") return [of(await ofPin(db, given, String(proposed)))];
  if (type === "provider" && field === "parent") return ofParent(db, given, String(proposed));
  if (type === "provider" && field === "company-status")
    return [of([stateOfCompany(entry, source, String(proposed))])];
  const plain = replacing(entry.claims, source, field, proposed);
  if (type === "place" && field === "name") {
    await refusePlaceHeldBack(db, entry, { name: String(proposed) });
    return [of([plain]), ...(await renamedWith(db, entry, String(proposed), source))];
  }
  if (type === "provider") await refuseTaken(db, entry, { field, proposed: String(proposed) });
  if (type === "service" && field === "category") return [of(await ofCategory(db, given, plain))];
  // What runs has not ended: the day of an end goes with the status that it belonged to.
  if (type === "service" && field === "status" && proposed !== "ended")
    return [of([{ ...plain, supersedes: [...(plain.supersedes ?? []), ...heldOf(entry, "ended-on")] }])];
  if (type === "service" && (field === "ended-on" || field === "started-on")) refuseDisorder(given);
  return [of([plain])];
}

function isSaid(entry: ChangedEntry, field: string, proposed: unknown): boolean {
  return isDeepStrictEqual(entry.says(field), proposed);
}

/** @throws InvalidInputError where it would end before it began. */
function refuseDisorder({ correction: { field, proposed }, entry }: Given): void {
  const began = field === "started-on" ? String(proposed) : entry.says<string>("started-on");
  const ended = field === "ended-on" ? String(proposed) : entry.says<string>("ended-on");
  if (began && ended && ended < began.slice(0, ended.length))
    throw new InvalidInputError({ proposed: "before-start" });
}

/** The organisation of this name, a new one where we have none. */
async function organisationNamed(db: Db, source: CitedSource, name: string): Promise<Resolved> {
  const named = { naming: "named" as const, providerName: name, providerKind: "" as const };
  const found = await resolveProvider(db, { proposal: named, providerId: null }, source, slugOf);
  if (!found) throw new InvalidInputError({ proposed: "required" });
  return found;
}

/** Who ran it all along: the same entry, with another name on it. */
async function ofProvider(db: Db, { entry, source, of }: Given, name: string): Promise<RecordDraft[]> {
  const provider = await organisationNamed(db, source, name);
  if (provider.id === entry.says<{ providerId: string }>("provider")?.providerId)
    throw new InvalidInputError({ proposed: "says-so-already" });
  const claim = replacing(entry.claims, source, "provider", { providerId: provider.id });
  return [...(provider.draft ? [provider.draft] : []), of([claim])];
}

/** The pin of a place is put elsewhere; its address stays. */
async function ofPin(db: Db, { entry, source, decidedOn }: Given, point: string): Promise<ClaimDraft[]> {
  const at = mainAddresses(entry.claims).at(-1)?.value;
  if (!at) throw new InvalidInputError({ proposed: "no-address" });
  const problem = problemOfPoint(point, at.postcode);
  if (problem) throw new InvalidInputError({ proposed: problem });
  const { lines, town, postcode } = at;
  const address = await draftAddress(db, { lines, town, postcode, point }, source, decidedOn);
  if (address.some(({ value }) => isDeepStrictEqual(value, at)))
    throw new InvalidInputError({ proposed: "says-so-already" });
  return address.map((claim) => overAddress(entry, claim));
}

/** How long a chain of owners may be before we take it for a circle. */
const MOST_PARENTS = 10;

/** The organisation that it is a part of. @throws InvalidInputError where that would be a part of itself. */
async function ofParent(db: Db, { entry, source, of }: Given, name: string): Promise<RecordDraft[]> {
  const parent = await organisationNamed(db, source, name);
  if (parent.id === entry.says<{ providerId: string }>("parent")?.providerId)
    throw new InvalidInputError({ proposed: "says-so-already" });
  let above: string | undefined = parent.id;
  for (let up = 0; above !== undefined && above !== entry.id && up < MOST_PARENTS; up += 1)
    above = await findParentId(db, above);
  if (above !== undefined) throw new InvalidInputError({ proposed: "parent-circle" });
  const claim = replacing(entry.claims, source, "parent", { providerId: parent.id });
  return [...(parent.draft ? [parent.draft] : []), of([claim])];
}

/** What has become of a company. The form asks for no day, so none goes with it. */
function stateOfCompany(entry: ChangedEntry, source: CitedSource, status: string): ClaimDraft {
  if (entry.says<{ status: string }>("company-status")?.status === status)
    throw new InvalidInputError({ proposed: "says-so-already" });
  return replacing(entry.claims, source, "company-status", { status, ceased: null });
}

/** Whatever else is said of the main address gives way; what the draft replaces within itself stays so. */
function overAddress(entry: ChangedEntry, claim: ClaimDraft): ClaimDraft {
  const held = mainAddresses(entry.claims);
  return { ...claim, supersedes: [...(claim.supersedes ?? []), ...held.map(({ id }) => id)] };
}

/** Services that are called after the place are called after its new name. */
async function renamedWith(
  db: Db,
  place: ChangedEntry,
  name: string,
  source: CitedSource,
): Promise<RecordDraft[]> {
  const before = place.says<string>("name") ?? "";
  const services = await listServicesNamedAfter(db, place.id);
  const named = services.filter((service) => service.name === serviceNameOf(service.category, before));
  return Promise.all(
    named.map(async ({ id, category }) => {
      const { claims } = await lockEntry(db, { type: "service", id });
      const renamed = replacing(claims, source, "name", serviceNameOf(category, name));
      const says = inferred(source, "name", name, WORKED_OUT_FROM.serviceName).says;
      return { recordType: "service" as const, recordId: id, claims: [{ ...renamed, says }] };
    }),
  );
}

/** The claims of a field that hold. */
function heldOf({ claims }: ChangedEntry, field: string): string[] {
  return claims.filter((held) => held.field === field && held.supersededBy === null).map(({ id }) => id);
}

/**
 * Care that is shown by area only, or comes to its patients, has an area, and the second kind no place: where neither said one before,
 * it is the health body's that its place is in.
 */
async function ofCategory(db: Db, given: Given, category: ClaimDraft): Promise<ClaimDraft[]> {
  const { entry, correction, source } = given;
  const after = SERVICE_CATEGORIES.find((known) => known === correction.proposed) ?? "other";
  const isServed = SERVES_AREA_CATEGORIES.has(after);
  const placeId = entry.says<{ placeId: string }>("place")?.placeId ?? null;
  if (!isServed && !(await findAreaOnlyRule(db))(after))
    return [category, ...(await renamedCare(db, given, null))];
  const isServing = ({ field, value }: ChangedEntry["claims"][number]) =>
    field === "serves-area" && saysSo(value);
  const isIn = entry.claims.some((held) => isServing(held) && held.supersededBy === null) || placeId === null;
  const area = isIn ? null : await findHealthBodyOfAddress(db, { placeId, postcode: "", town: "" });
  const left = isServed ? heldOf(entry, "place") : [];
  return [
    { ...category, supersedes: [...(category.supersedes ?? []), ...left] },
    ...(area ? [inferred(source, "serves-area", { areaId: area.id }, WORKED_OUT_FROM.area)] : []),
    ...(await renamedCare(db, given, isServed ? (area?.nameEn ?? "") : null)),
  ];
}

/**
 * A service is called after its kind of care: that goes with it, where we made the name.
 * @param served of care that comes to its patients: its area's name, "" where it is not new; else null.
 */
async function renamedCare(
  db: Db,
  { correction, entry, source }: Given,
  served: string | null,
): Promise<ClaimDraft[]> {
  const placeId = entry.says<{ placeId: string }>("place")?.placeId;
  const before = entry.says<ServiceCategory>("category") ?? "other";
  const after = SERVICE_CATEGORIES.find((known) => known === correction.proposed) ?? before;
  const isHidden = (await findAreaOnlyRule(db))(after);
  const place = placeId ? await lockEntry(db, { type: "place", id: placeId }) : undefined;
  const placeName = place?.says<string>("name");
  if (!placeName || entry.says("name") !== serviceNameOf(before, placeName)) return [];
  const name =
    served === null || isHidden
      ? serviceNameOf(after, placeName, isHidden)
      : nameOfServiceFor(after, served === "" ? null : served);
  const { says } = inferred(source, "name", name, WORKED_OUT_FROM.serviceName);
  return [{ ...replacing(entry.claims, source, "name", name), says }];
}
