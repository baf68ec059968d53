import type { StarterFact, StarterRecord } from "@/db/seed/starter/fact";
import { confirmedOn, sourceIdOf } from "@/db/seed/starter/source-ids";
import { STARTER_SOURCES } from "@/db/seed/starter/sources";
import { starterId } from "@/db/seed/starter/starter-id";
import type { RecordType } from "@/domain/claims/claim";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";

/** Ids of the claims and records that are in the database already. */
export type Stored = { claims: Set<string>; records: Set<string> };

/** Area ids by `areaRef`. */
export type AreaIds = ReadonlyMap<string, string>;

/** The starter records as drafts to be saved, without what is stored. */
export function starterDrafts(
  records: readonly StarterRecord[],
  stored: Stored,
  areaIds: AreaIds,
): RecordDraft[] {
  return records.map((record) => toDraft(record, stored, areaIds)).filter(({ claims }) => claims.length > 0);
}

function toDraft(record: StarterRecord, stored: Stored, areaIds: AreaIds): RecordDraft {
  const recordId = starterId(record.key);
  const [recordType = "", slug = ""] = record.key.split("/");
  const claims = record.facts
    .map((fact) => toClaim(record, fact, areaIds))
    .filter(({ id }) => !stored.claims.has(id));
  return {
    recordType: recordType as RecordType,
    recordId,
    claims,
    create: stored.records.has(recordId)
      ? undefined
      : { slug, visibility: "published", sourceKey: `starter/${record.key}` },
  };
}

function toClaim(record: StarterRecord, fact: StarterFact, areaIds: AreaIds): ClaimDraft & { id: string } {
  const { field, value, source, says, validFrom, validTo, replaces } = fact;
  return {
    id: claimId(record.key, fact),
    field,
    value: field === "serves-area" ? { areaId: areaIdOf(value, areaIds) } : value,
    sourceId: sourceIdOf(source),
    says,
    confirmedOn: confirmedOn(STARTER_SOURCES[source]),
    validFrom,
    validTo,
    supersedes: record.facts
      .filter((other) => other.field === field && other.source === replaces)
      .map((other) => claimId(record.key, other)),
  };
}

function areaIdOf(value: unknown, areaIds: AreaIds): string {
  const { areaId: ref } = value as { areaId: string };
  return needArea(ref, areaIds);
}

/** @throws Error for an area the reference data does not have. */
export function needArea(ref: string, areaIds: AreaIds): string {
  const id = areaIds.get(ref);
  if (!id) throw new Error(`the reference data has no ${ref}`);
  return id;
}

/** A changed value, source or wording is another claim; the old one stays. */
function claimId(key: string, { field, value, source, says }: StarterFact): string {
  return starterId(`${key}#${field}#${JSON.stringify(value)}#${source}#${says}`);
}
