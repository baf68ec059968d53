import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames } from "@/db/queries/claims-read";
import { findPublicEntry, type PublicEntry } from "@/db/queries/public-entry";
import { findProviderByName } from "@/db/queries/report-records";
import type { Claim } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import { mainAddresses } from "@/domain/claims/main-address";
import { firstDayOf } from "@/domain/dates/partial-date";
import { questionOf } from "@/domain/reports/change-form";
import {
  type ChangeProposal,
  type Correction,
  type GivenAddress,
  type ServiceChange,
  whereSchema,
} from "@/domain/reports/change-proposals";
import type { ChangedFact, ChangeValue } from "@/domain/reports/changed-fact";
import { chosenArea } from "@/domain/reports/serves-area";
import { isLineFact } from "@/domain/reports/service-lines";
import { findBeginning } from "@/server/reports/changes/begin-registered";
import { entryOfChange } from "@/server/reports/moves/read-change";
import { findServicesOnMap } from "@/server/reports/moves/services-on-map";
import { rowsOfLine } from "@/server/reports/pages/preview-line";

/**
 * A report about an entry: the entry itself (undefined once it is not shown) and what the report would change of it; `other` is the entry that it
 * is said to be the same as.
 */
export type ChangePreview = {
  entry: PublicEntry | undefined;
  other: PublicEntry | undefined;
  rows: ChangedFact[];
};

/** What the public pages say now and what they would say after approval. Reads only. */
export async function previewChange(db: Db, proposal: ChangeProposal): Promise<ChangePreview> {
  const { about } = questionOf(proposal);
  const entry = await entryOfChange(db, proposal);
  const claims = (await findClaimsByRecord(db, about.type, [about.id])).get(about.id) ?? [];
  const other =
    proposal.kind === "same-as" ? await findPublicEntry(db, about.type, proposal.otherId) : undefined;
  const now = new Now(db, about.type, claims);
  const rows =
    proposal.kind === "same-as" ? await rowsOfSame(db, now, other) : await rowsOf(db, proposal, now);
  // What is off the site meanwhile is told by nothing of it, also to whoever wrote about it before.
  return { entry, other, rows: entry ? rows : rows.map((row) => ({ ...row, before: null })) };
}

/** What an entry says now, as a row shows it. */
class Now {
  constructor(
    private readonly db: Db,
    readonly type: Claim["recordType"],
    private readonly claims: readonly Claim[],
  ) {}
  claim(field: string): Claim | undefined {
    return inForce(this.claims, this.type, field);
  }
  text(field: string): string | null {
    const value = this.claim(field)?.value;
    if (field === "company-status" && typeof value === "object" && value !== null && "status" in value)
      return String(value.status);
    return typeof value === "string" ? value : null;
  }
  /** The name of the record that a field points at; null where it names none that may be named. */
  async named(field: string): Promise<ChangeValue | null> {
    const value = this.claim(field)?.value;
    const id = typeof value === "object" && value !== null ? Object.values(value)[0] : undefined;
    if (typeof id !== "string") return null;
    const name = (await findRecordNames(this.db, [id])).get(id)?.name;
    return name === undefined ? null : text(name);
  }
  /** Its pin as coordinates. */
  point(): ChangeValue | null {
    const value = mainAddresses(this.claims).at(-1)?.value;
    return value?.lat == null || value.lon === null ? null : text(`${value.lat}, ${value.lon}`);
  }
  address(): ChangeValue | null {
    const value = mainAddresses(this.claims).at(-1)?.value;
    return value ? text([value.lines, value.town, value.postcode].filter(Boolean).join(", ")) : null;
  }
}

const text = (value: string): ChangeValue => ({ is: "text", text: value });
const day = (date: string | null): ChangeValue | null =>
  date === null || date === "" ? null : { is: "date", date };
const inOneLine = ({ addressLines, town, postcode }: GivenAddress) =>
  [addressLines, town, postcode].filter(Boolean).join(", ");

type NotSame = Exclude<ChangeProposal, { kind: "same-as" }>;

async function rowsOf(db: Db, proposal: NotSame, now: Now): Promise<ChangedFact[]> {
  switch (proposal.kind) {
    case "still-there": {
      const held = now.claim("provider") ?? now.claim("provider-kind") ?? now.claim("status");
      const given = proposal.sources[0]?.publishedOn ?? "";
      // An older source than the one we have makes an entry no older.
      const said = held && given !== "" && firstDayOf(given) < held.confirmedOn ? held.confirmedOn : given;
      return [
        { field: "provider", before: await now.named("provider"), after: await now.named("provider") },
        { field: "confirmed", before: day(held?.confirmedOn ?? null), after: day(said) },
      ];
    }
    case "change":
      return rowsOfChange(proposal, now);
    case "correction":
      if (isLineFact(proposal.field)) {
        const { field } = proposal;
        return rowsOfLine(db, { ...proposal, field, payer: await now.named("commissioner") });
      }
      return [
        await rowOfCorrection(proposal, now),
        ...(await formsOfProviders(db, proposal, now)),
        ...(await beginningAt(db, proposal, now)),
      ];
    case "not-outsourced":
      return [
        ...(await findServicesOnMap(db, proposal.placeId)).map(
          ({ name, provider, since }): ChangedFact => ({
            field: "on-map",
            before: { is: "on-map", name, provider, since },
            after: { is: "mapped", key: proposal.mapped || "not-asked" },
          }),
        ),
        { field: "check", before: null, after: day(proposal.checkedOn) },
        { field: "check", before: null, after: { is: "proof", key: proposal.proof } },
      ];
  }
}

/** What two entries say that are said to be one; the places of two services, the address of two places, what two organisations are in law. */
async function rowsOfSame(db: Db, now: Now, other: PublicEntry | undefined): Promise<ChangedFact[]> {
  const claims = other && (await findClaimsByRecord(db, other.type, [other.id])).get(other.id);
  const kept = new Now(db, now.type, claims ?? []);
  const name: ChangedFact = {
    field: "same-as",
    before: valueNow("name", now),
    after: other ? text(other.name) : null,
  };
  const both = (field: ChangedFact["field"]) => ({
    field,
    before: valueNow(field, now),
    after: valueNow(field, kept),
  });
  if (now.type === "place") return [name, { field: "address", before: now.address(), after: kept.address() }];
  if (now.type === "provider") return [name, both("legal-form"), both("companies-house-number")];
  return [
    name,
    { field: "provider", before: await now.named("provider"), after: await kept.named("provider") },
    { field: "place", before: await now.named("place"), after: await kept.named("place") },
    both("status"),
  ];
}

function whereTo(moved: Extract<ServiceChange, { change: "moved" }>): ChangeValue {
  const { placeId, placeName, point } = moved;
  if (chosenArea(moved) !== null) return { is: "area-served", name: placeName };
  const said = [placeName, inOneLine(moved)].filter(Boolean).join(", ");
  return placeId === null && point ? { is: "pinned", text: said, point } : text(said);
}

async function rowsOfChange(proposal: ServiceChange, now: Now): Promise<ChangedFact[]> {
  const on = day(proposal.on);
  if (proposal.change === "moved") {
    const place: ChangedFact = { field: "place", before: await now.named("place"), after: whereTo(proposal) };
    return on === null ? [place] : [place, { field: "moved-on", before: null, after: on }];
  }
  const ended: ChangedFact = { field: "ended-on", before: valueNow("ended-on", now), after: on };
  if (proposal.change === "ended")
    return [
      { field: "status", before: valueNow("status", now), after: { is: "status", key: "ended" } },
      ended,
    ];
  const { providerName, providerKind } = proposal;
  const provider: ChangeValue =
    providerName === "" ? { is: "not-known", kind: providerKind } : text(providerName);
  return [
    { field: "provider", before: await now.named("provider"), after: provider },
    { field: "started-on", before: valueNow("started-on", now), after: on },
  ];
}

/** Another provider is another type of organisation, and one that is new here has none yet: then the service is in no count. */
async function formsOfProviders(
  db: Db,
  { recordType, field, proposed }: Correction,
  now: Now,
): Promise<ChangedFact[]> {
  if (recordType !== "service" || field !== "provider") return [];
  const formOf = async (id: string | undefined) => {
    if (id === undefined) return null;
    const claims = (await findClaimsByRecord(db, "provider", [id])).get(id) ?? [];
    return valueNow("legal-form", new Now(db, "provider", claims));
  };
  const held = now.claim("provider")?.value as { providerId: string } | undefined;
  const named = await findProviderByName(db, String(proposed));
  return [{ field: "legal-form", before: await formOf(held?.providerId), after: await formOf(named?.id) }];
}

/** Where services begin because an organisation belongs to others: each practice that would count from then on. */
async function beginningAt(
  db: Db,
  { recordId, field, proposed }: Correction,
  now: Now,
): Promise<ChangedFact[]> {
  if (field !== "owner-class" || proposed !== "others") return [];
  const practices = await findBeginning(db, { id: recordId, form: now.text("legal-form") });
  return practices.map(({ name, since }) => ({
    field: "begins" as const,
    before: null,
    after: { is: "on-map" as const, name, provider: now.text("name"), since },
  }));
}

/** Fields whose values are keys of words, by what the words are of. */
const KEYED: ReadonlyMap<
  string,
  Exclude<ChangeValue["is"], "text" | "date" | "on-map" | "contract" | "not-known" | "pinned" | "area-served">
> = new Map([
  ["category", "category"],
  ["status", "status"],
  ["kind", "place-kind"],
  ["legal-form", "legal-form"],
  ["owner-class", "owner-class"],
  ["registration", "registration"],
  ["provider-kind", "provider-kind"],
  ["company-status", "company-status"],
]);

async function rowOfCorrection({ field, proposed, recordType }: Correction, now: Now): Promise<ChangedFact> {
  if (field === "address")
    return { field, before: now.address(), after: text(inOneLine(whereSchema.parse(proposed))) };
  const after = String(proposed);
  if (field === "point") return { field, before: now.point(), after: text(after) };
  if (field === "parent") return { field, before: await now.named("parent"), after: text(after) };
  if (recordType === "service" && field === "provider")
    return { field, before: await now.named("provider"), after: text(after) };
  return { field, before: valueNow(field, now), after: valueFrom(field, after) };
}

function valueNow(field: string, now: Now): ChangeValue | null {
  const held = now.text(field);
  return held === null ? null : valueFrom(field, held);
}

function valueFrom(field: string, value: string): ChangeValue {
  if (field === "started-on" || field === "ended-on") return { is: "date", date: value };
  const is = KEYED.get(field);
  return is ? { is, key: value } : text(value);
}
