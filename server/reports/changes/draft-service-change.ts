import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findPlacesLike } from "@/db/queries/report-records";
import { saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { firstDayOf } from "@/domain/dates/partial-date";
import { ConflictError, InvalidInputError } from "@/domain/errors";
import { slugOf } from "@/domain/records/slug";
import type { ServiceChange } from "@/domain/reports/change-proposals";
import { nameOfServiceFor, serviceNameOf } from "@/domain/reports/service-name";
import type { ServiceCategory } from "@/domain/services/category";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { findAreaOnlyRule } from "@/server/records/area-only";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { type ChangedEntry, lockEntry, servesNow } from "@/server/reports/changes/changed-entry";
import { replacing } from "@/server/reports/changes/replace-claims";
import { findChosenArea } from "@/server/reports/publishing/area-served";
import {
  type CitedSource,
  fact,
  inferred,
  WORKED_OUT_FROM,
} from "@/server/reports/publishing/new-service-facts";
import { resolvePlace, resolveProvider } from "@/server/reports/publishing/resolve-records";

/** What a change of one entry writes. `subject` is the entry that readers are led to afterwards. */
export type DraftedChange = {
  drafts: RecordDraft[];
  subject: { type: RecordDraft["recordType"]; id: string };
};

type Given<C extends ServiceChange["change"]> = {
  change: Extract<ServiceChange, { change: C }>;
  source: CitedSource;
  /** The day of the decision, ISO. */
  decidedOn: string;
};

const ofService = (id: string, claims: ClaimDraft[]): RecordDraft => ({
  recordType: "service",
  recordId: id,
  claims,
});

/** @throws InvalidInputError for a day to come: nothing would look at it again. One that a source does not give has come. */
function refuseNotYet(on: string, today: string): void {
  if (on !== "" && firstDayOf(on) > today) throw new InvalidInputError({ on: "change-not-yet" });
}

/** Doubts are over once a source says what became of it. */
function settled(service: ChangedEntry, source: CitedSource): ClaimDraft[] {
  const isDoubted = (service.says<string | null>("may-have-ended") ?? null) !== null;
  return isDoubted ? [replacing(service.claims, source, "may-have-ended", null)] : [];
}

/** It runs as the entry says: the source says so too, of its status and of who runs it. */
export async function draftStillThere(
  db: Db,
  serviceId: string,
  source: CitedSource,
): Promise<DraftedChange> {
  const service = await lockEntry(db, { type: "service", id: serviceId });
  if (service.says("status") === "ended") throw new ConflictError("entry-ended");
  const claims = (["status", "provider", "provider-kind"] as const).flatMap((field) => {
    const value = service.says(field);
    return value === undefined ? [] : [fact(source, field, value)];
  });
  return {
    // A doubt is newer knowledge than an older source that knew of none: this wins by its day, like the rest.
    drafts: [ofService(serviceId, [...claims, ...undoubted(service, source)])],
    subject: { type: "service", id: serviceId },
  };
}

function undoubted(service: ChangedEntry, source: CitedSource): ClaimDraft[] {
  return settled(service, source).map(({ supersedes: _, ...claim }) => claim);
}

/** It closed. */
export async function draftEnded(
  db: Db,
  { change, source, decidedOn }: Given<"ended">,
): Promise<DraftedChange> {
  const service = await lockEntry(db, { type: "service", id: change.serviceId });
  return {
    drafts: [ofService(change.serviceId, endClaims(service, change.on, source, decidedOn))],
    subject: { type: "service", id: change.serviceId },
  };
}

function endClaims(service: ChangedEntry, on: string, source: CitedSource, today: string): ClaimDraft[] {
  const claims = on === "" ? [] : [replacing(service.claims, source, "ended-on", on)];
  refuseNotYet(on, today);
  refuseBefore(service, on);
  return [...claims, replacing(service.claims, source, "status", "ended"), ...settled(service, source)];
}

/** @throws InvalidInputError on `on` for a day before it began. */
function refuseBefore(service: ChangedEntry, on: string): void {
  const began = service.says<string>("started-on");
  if (on !== "" && began !== undefined && on < began.slice(0, on.length))
    throw new InvalidInputError({ on: "before-start" });
}

/** Another organisation runs it from some day on: this entry ends then, and leads to the one that begins. */
export async function draftNewProvider(
  db: Db,
  { change, source, decidedOn }: Given<"new-provider">,
): Promise<DraftedChange> {
  const service = await lockEntry(db, { type: "service", id: change.serviceId });
  if (service.says("successor")) throw new ConflictError("entry-succeeded");
  refuseBefore(service, change.on);
  const { providerName, providerKind } = change;
  const naming = providerName === "" ? ("not-named" as const) : ("named" as const);
  const asked = { proposal: { naming, providerName, providerKind }, providerId: null };
  const provider = await resolveProvider(db, asked, source, slugOf);
  const held = service.says<{ providerId: string }>("provider")?.providerId;
  // That somebody unknown runs it is news of an entry that names who does, and of no other.
  if (provider ? provider.id === held : held === undefined)
    throw new InvalidInputError({ providerName: "says-so-already" });
  const nextId = randomUUID();
  const name = service.says<string>("name") ?? "";
  const where = service.says("place");
  const next: RecordDraft = {
    ...ofService(nextId, [
      inferred(source, "name", name, WORKED_OUT_FROM.serviceName),
      fact(source, "category", service.says("category")),
      ...(where ? [fact(source, "place", where)] : []),
      ...areasServed(service, source),
      fact(source, "status", "operating"),
      ...(provider ? [fact(source, "provider", { providerId: provider.id })] : kindOf(source, providerKind)),
      ...(change.on === "" ? [] : [fact(source, "started-on", change.on)]),
    ]),
    create: {
      slug: slugOf(name),
      visibility: service.visibility === "area-only" ? "area-only" : "published",
    },
  };
  const ends = endClaims(service, change.on, source, decidedOn);
  const before = ofService(service.id, [fact(source, "successor", { serviceId: nextId }), ...ends]);
  const drafts = [...(provider?.draft ? [provider.draft] : []), next, before];
  return { drafts, subject: { type: "service", id: nextId } };
}

/** All that is said of whoever runs it where the name is not known. */
function kindOf(source: CitedSource, providerKind: string): ClaimDraft[] {
  return providerKind === "" ? [] : [fact(source, "provider-kind", providerKind)];
}

/** Areas that a source gives of the tenure before hold for whoever runs it at the same place: each by the source that gave it. */
function areasServed(service: ChangedEntry, { confirmedOn }: CitedSource): ClaimDraft[] {
  return claimsInForce(service.claims)
    .filter(({ field, value }) => field === "serves-area" && value !== null && saysSo(value))
    .map(({ field, value, sourceId, says, confirmedOn: said }) => ({
      field,
      value,
      sourceId,
      says: `Said of the service that was here before: ${says}`,
      // It does not make the new tenure any fresher than what names it.
      confirmedOn: said < confirmedOn ? said : confirmedOn,
    }));
}

/** A place that we hold by this very name, at this postcode or (where none is given) in this town; null where none or several are. */
export async function findSamePlace(
  db: Db,
  { placeName, postcode, town }: { placeName: string; postcode: string; town: string },
): Promise<string | null> {
  if (postcode === "" && town === "") return null;
  const plain = (text: string) => text.replace(/\s+/g, "").toLowerCase();
  const alike = await findPlacesLike(db, { name: placeName, postcode: "" });
  const same = alike.filter((place) =>
    postcode === "" ? plain(place.town) === plain(town) : plain(place.postcode) === plain(postcode),
  );
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}

type Served = {
  service: ChangedEntry;
  /** The day of the move as far as it is known; "" where nobody says. */
  on: string;
  source: CitedSource;
  area: { id: string; nameEn: string };
  category: ServiceCategory;
};

/** The same service without a place of its own: it serves an area, and is called after that. */
async function draftServed(db: Db, { service, on, source, area, category }: Served): Promise<ClaimDraft[]> {
  // What has a place leaves it, and goes on serving what it serves; what has none serves this area instead.
  const leaves = service.says("place") ? "place" : "serves-area";
  if (leaves === "serves-area" && servesNow(service).includes(area.id))
    throw new InvalidInputError({ areaId: "says-so-already" });
  const left = service.claims
    .filter(({ field, supersededBy }) => field === leaves && supersededBy === null)
    .map(({ id }) => id);
  const areaOnly = (await findAreaOnlyRule(db))(category);
  const name = areaOnly ? serviceNameOf(category, "", true) : nameOfServiceFor(category, area.nameEn);
  return [
    { ...fact(source, "serves-area", { areaId: area.id }), validFrom: on || null, supersedes: left },
    renamed(service, source, name),
  ];
}

function renamed(service: ChangedEntry, source: CitedSource, name: string): ClaimDraft {
  const says = `Worked out from ${WORKED_OUT_FROM.serviceName}.`;
  return { ...replacing(service.claims, source, "name", name), says };
}

/** The same service somewhere else; what it is called goes with where it is. */
export async function draftMoved(
  db: Db,
  { change, source, decidedOn }: Given<"moved">,
): Promise<DraftedChange> {
  const service = await lockEntry(db, { type: "service", id: change.serviceId });
  refuseNotYet(change.on, decidedOn);
  refuseBefore(service, change.on);
  const category = service.says<ServiceCategory>("category") ?? "other";
  const area = await findChosenArea(db, change);
  if (area) {
    const served = await draftServed(db, { service, on: change.on, source, area, category });
    return { drafts: [ofService(service.id, served)], subject: { type: "service", id: service.id } };
  }
  const problem = change.placeId === null ? problemOfPoint(change.point ?? "", change.postcode) : null;
  if (problem) throw new InvalidInputError({ point: problem });
  const placeId = change.placeId ?? (await findSamePlace(db, change));
  const proposal = { ...change, placeId, category };
  const place = await resolvePlace(db, { proposal }, source, slugOf, decidedOn);
  if (place.id === service.says<{ placeId: string }>("place")?.placeId)
    throw new InvalidInputError({ placeName: "says-so-already" });
  const areaOnly = (await findAreaOnlyRule(db))(category);
  const there = replacing(service.claims, source, "place", { placeId: place.id, addressKey: "main" });
  const name = serviceNameOf(category, place.name, areaOnly);
  const claims = [{ ...there, validFrom: change.on || null }, renamed(service, source, name)];
  return {
    drafts: [...(place.draft ? [place.draft] : []), ofService(service.id, claims)],
    subject: { type: "service", id: service.id },
  };
}
