import { type Db, getDb } from "@/db/client";
import { findRecordNames } from "@/db/queries/claims-read";
import {
  type CorrectedClaim,
  findPublicSources,
  listClaimsOfCorrections,
  listCorrections,
} from "@/db/queries/corrections";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { changedAt, changedByBatch, type Did, whatRowsDid } from "@/domain/claims/changed-by";
import type { ChangedClaim } from "@/domain/claims/changed-claims";
import { type HiddenNames, hideText, isHiddenValue } from "@/domain/claims/hide-quotes";
import { claimsInForce } from "@/domain/claims/in-force";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { claimsAt } from "@/domain/claims/record-history";
import { isOneOf } from "@/domain/lists/is-one-of";
import {
  type CorrectedRow,
  type CorrectionFact,
  type CorrectionRead,
  correctionLabel,
  SOURCE_PARTS_CITED,
} from "@/domain/records/correction";
import { fieldOnPage } from "@/domain/reports/service-lines";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { findAreaOnlyRule } from "@/server/records/area-only";

/** As many as a page holds; older ones stand on each entry's own page. */
export const MOST_CORRECTIONS = 200;

export type CorrectionsRead = {
  corrections: CorrectionRead[];
  /** Of what their facts point at. */
  names: ReadonlyMap<string, RecordName>;
};

/**
 * The newest corrections, as every reader may see them: what is not public is neither named nor linked to, none of its facts is told, and what
 * was disputed about it is not repeated, so that a correction never says again what was taken off. Of a change that was taken back nothing
 * is told but that there was one.
 */
export async function loadCorrections(db: Db = getDb(), most = MOST_CORRECTIONS): Promise<CorrectionsRead> {
  const facts = await listCorrections(db, most);
  const claims = await listClaimsOfCorrections(db, {
    batchIds: facts.flatMap(({ id, category }) => (isChange(category) ? [id] : [])),
    dropped: facts.flatMap(({ id, category }) => (category === "source-dropped" ? [id] : [])),
    services: facts.flatMap(({ recordId, category }) =>
      category === "new-provider" && recordId !== null ? [recordId] : [],
    ),
  });
  const ofRecords = facts.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));
  const pointedAt = claims.flatMap(({ value, recordId }) => [recordId, ...idsIn(value)]);
  const [names, hidden, titles, isAreaOnly] = await Promise.all([
    findRecordNames(db, [...ofRecords, ...pointedAt]),
    findHiddenNames(db, [...ofRecords, ...pointedAt]),
    findPublicSources(
      db,
      facts.flatMap(({ type, recordId }) => (type === "source" && recordId !== null ? [recordId] : [])),
    ),
    findAreaOnlyRule(db),
  ]);
  const byRecord = new Map<string, CorrectedClaim[]>();
  for (const claim of claims) byRecord.set(claim.recordId, [...(byRecord.get(claim.recordId) ?? []), claim]);
  const shown: Shown = { names, hidden, isAreaOnly };
  const corrections = facts.flatMap((fact): CorrectionRead[] => {
    const { id, at, category, type, recordId, isFromReader } = fact;
    const title = hideText(titles.get(recordId ?? "") ?? null, hidden);
    const record = type === "source" ? nameOfSource(title) : names.get(recordId ?? "");
    // What no reader reads any more was not changed for them.
    if (category === "source-corrected" && !record) return [];
    const raw = rowsOf(fact, byRecord);
    return [
      {
        id,
        at,
        category,
        type,
        isFromReader,
        label: correctionLabel(category, category === "corrected" ? didOf(fact, raw) : null),
        field: record && fact.field !== null ? fieldOnPage(fact.field) : null,
        name: record?.name ?? null,
        path: record?.path ?? null,
        says: record ? hideText(fact.says, hidden) : null,
        rows: record && tellsFacts(fact) ? shownRows(raw, shown) : [],
        parts: fact.parts.filter((part) => isOneOf(SOURCE_PARTS_CITED, part)),
      },
    ];
  });
  return { corrections, names };
}

const isChange = (category: CorrectionFact["category"]) =>
  isOneOf(["corrected", "new-provider", "moved", "ended", "reverted"] as const, category);

const nameOfSource = (title: string | null): RecordName | undefined =>
  title === null ? undefined : { name: title, path: null };

/** A change that was taken back was found wrong. */
function tellsFacts({ category, batchId }: CorrectionFact): boolean {
  return category === "source-dropped" || batchId !== null;
}

type RawRow = ChangedClaim<CorrectedClaim> & { of: CorrectedRow["of"] };

/** From what to what, of the entry itself and of the lines of a service; nothing here says what may be shown. */
function rowsOf(fact: CorrectionFact, byRecord: ReadonlyMap<string, readonly CorrectedClaim[]>): RawRow[] {
  const { id, at, category, recordId, subjectId } = fact;
  const own = byRecord.get(recordId ?? "") ?? [];
  if (category === "source-dropped") return changedAt(own, at).map((row) => ({ ...row, of: null }));
  if (!isChange(category)) return [];
  if (category === "new-provider") return newProvider(own, byRecord.get(subjectId ?? "") ?? [], id);
  const lines = [...byRecord.values()].flatMap((claims): RawRow[] => {
    const [first] = claims;
    const type = first?.recordType;
    if (type !== "contract" && type !== "commissioner") return [];
    const rows = changedByBatch(claims, id);
    // That a body is new to us is told by the fact that names it.
    if (type === "commissioner" && whatRowsDid(rows) === "added") return [];
    return rows.map((row) => ({ ...row, of: type }));
  });
  return [...changedByBatch(own, id).map((row) => ({ ...row, of: null })), ...lines];
}

/** Who ran it, and who runs the entry that began with the change. */
function newProvider(
  before: readonly CorrectedClaim[],
  after: readonly CorrectedClaim[],
  batchId: string,
): RawRow[] {
  const now = changedByBatch(after, batchId).find((row) => row.after?.field === "provider")?.after;
  if (!now) return [];
  const was = claimsInForce(claimsAt(before, now.recordedAt)).find(({ field }) => field === "provider");
  return [{ before: was ?? null, after: now, isSame: false, of: null }];
}

/**
 * Whether the fact itself was added, changed or removed; what went with it, as a name that we made, is no part of that. Null where it stands as it
 * was, as a registration does that a source puts in doubt.
 */
function didOf({ field }: CorrectionFact, rows: readonly RawRow[]): Did | null {
  const onPage = fieldOnPage(field ?? "");
  const meant = rows.filter(({ before, after, of }) => of === null && (after ?? before)?.field === onPage);
  return whatRowsDid(meant.length > 0 ? meant : rows.filter(({ of }) => of !== null));
}

type Shown = {
  names: ReadonlyMap<string, RecordName>;
  hidden: HiddenNames;
  isAreaOnly: (category: ServiceCategory) => boolean;
};

/**
 * The rows as far as readers may be told them: each side only where it counts today, and names nothing that is hidden. Of care that is shown by
 * area only nobody is told that it was at this place, nor that it was said to be.
 */
function shownRows(rows: readonly RawRow[], shown: Shown): CorrectedRow[] {
  const sides = rows.flatMap(({ before, after }) => [before, after].flatMap((claim) => claim ?? []));
  if (sides.some((claim) => saysAreaOnly(claim, shown))) return [];
  return rows.filter((row) => !isNameOfService(row)).flatMap((row) => shownRow(row, shown));
}

function saysAreaOnly({ field, value }: CorrectedClaim, { isAreaOnly }: Shown): boolean {
  return field === "category" && isOneOf(SERVICE_CATEGORIES, value) && isAreaOnly(value);
}

/** We make it from the kind of care and the place: it says again what those rows say, also a kind that may not be told. */
function isNameOfService({ before, after }: RawRow): boolean {
  const claim = after ?? before;
  return claim?.recordType === "service" && claim.field === "name";
}

function shownRow({ before, after, of }: RawRow, shown: Shown): CorrectedRow[] {
  const isHiddenLine = [before, after].some((claim) => claim && !shown.names.has(claim.recordId));
  if (of !== null && isHiddenLine) return [];
  const side = (claim: CorrectedClaim | null): CorrectedRow["before"] =>
    claim && isShownValue(claim, shown)
      ? { recordType: claim.recordType, field: claim.field, value: claim.value }
      : null;
  const row = { before: side(before), after: side(after), of };
  return row.before || row.after ? [row] : [];
}

function isShownValue({ counts, value }: CorrectedClaim, { names, hidden }: Shown): boolean {
  return counts && idsIn(value).every((id) => names.has(id)) && !isHiddenValue(value, hidden);
}
