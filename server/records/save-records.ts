import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findClaimsByRecord, insertClaims, type NewClaimRow, supersedeClaims } from "@/db/queries/claims";
import { publish } from "@/db/queries/publications";
import type { Actor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { type ClaimField, parseClaimValue, type RecordType } from "@/domain/claims/claim";
import { type Touches, touchedRecords } from "@/domain/records/touched";
import type { Visibility } from "@/domain/services/service";
import { type AuditSubject, audit } from "@/server/audit";
import { findAreaOnlyRule, refusePlaceOfAreaOnly } from "@/server/records/area-only";
import { insertProjected } from "@/server/records/insert-projected";
import { projectRecords } from "@/server/records/project-record";
import { loadProjectionRules, PROJECTION_ORDER } from "@/server/records/projection-rules";
import { refuseRevealingTexts } from "@/server/records/refuse-revealing-texts";
import { refuseWithheldSources } from "@/server/records/refuse-withheld-source";

/** A fact to be recorded. `supersedes` names claims that this one replaces, older ones or others saved with it. */
export type ClaimDraft = {
  /** Chosen by the caller where another claim of the same call refers to it. */
  id?: string;
  field: ClaimField;
  value: unknown;
  sourceId: string;
  says: string;
  /** ISO day. */
  confirmedOn: string;
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
  supersedes?: readonly string[];
};

/** A record with new facts about it. `create` is set for one that does not exist yet; the caller chooses its id. */
export type RecordDraft = {
  recordType: RecordType;
  recordId: string;
  create?:
    | {
        /** What its address is made from; a number is added when it is taken. */
        slug: string;
        visibility: Visibility;
        sourceKey?: string | null;
        contentHash?: string | null;
      }
    | undefined;
  claims: readonly ClaimDraft[];
};

export type SaveContext = {
  /** Why, in a sentence: kept with the version that was there before. */
  reason: string;
  action: AuditAction;
  subject: AuditSubject;
  batchId?: string | null;
  reportId?: string | null;
};

/** Areas are reference data: their claims stand, and no row projects them. */
const ORDER: readonly RecordType[] = [...PROJECTION_ORDER, "area"];

/**
 * Records claims and rewrites the rows that project them, all in the caller's transaction: claims first, then the
 * projection, then the audit and a publication number, so that every cache learns of it when the transaction commits.
 * The caller has decided whether the actor may.
 * @throws ZodError when a value does not fit its field; InvalidInputError when a service shown by area only would get a
 * place, or a text with an address, or a source that is withheld is cited; Error when a record lacks what it cannot be
 * without.
 */
export async function saveRecords(
  db: Db,
  actor: Actor,
  drafts: readonly RecordDraft[],
  context: SaveContext,
): Promise<{ publication: number }> {
  const sorted = [...drafts].sort((a, b) => ORDER.indexOf(a.recordType) - ORDER.indexOf(b.recordType));
  await refusePlaces(db, sorted);
  await refuseRevealingTexts(db, sorted);
  await refuseWithheldSources(db, sorted);
  let claims = 0;
  const replaced = new Map<string, string>();
  for (const some of atATime(sorted)) {
    const rows = some.flatMap((draft) =>
      draft.claims.map((claim) => ({ claim, row: toRow(actor, draft, claim, context) })),
    );
    await insertClaims(
      db,
      rows.map(({ row }) => row),
    );
    claims += rows.length;
    for (const { claim, row } of rows) for (const id of claim.supersedes ?? []) replaced.set(id, row.id);
  }
  // Once all are there: one may be replaced by another of the same call.
  await supersedeClaims(db, replaced);
  await writeRows(db, actor, sorted, context);
  await audit(db, actor, context.action, context.subject, {
    reason: context.reason,
    records: nameRecords(sorted),
    claims,
  });
  return { publication: await publish(db, actor.id, context.reason, touchedBy(sorted)) };
}

/** Facts that change who runs a service or where: what serves an area, or is of a kind that comes to its patients, has left its place. */
const MOVES_IT: ReadonlySet<string> = new Set(["provider", "place", "serves-area", "category"]);

/**
 * What the drafts touch. Null where an older organisation gets another name, which is looked for in those of everything while it may not be named;
 * where an older service changes who runs it or where: what it gave away until then of a hidden name was looked for at its old place; and where an area is written.
 */
function touchedBy(drafts: readonly RecordDraft[]): Touches | null {
  const isWide = ({ recordType, create, claims }: RecordDraft) => {
    if (recordType === "service")
      return create === undefined && claims.some(({ field }) => MOVES_IT.has(field));
    if (recordType === "provider")
      return create === undefined && claims.some(({ field }) => field === "name");
    return recordType === "area";
  };
  if (drafts.some(isWide)) return null;
  const isNew = ({ recordType, create }: RecordDraft) => recordType === "provider" && create !== undefined;
  const older = drafts.filter((draft) => !isNew(draft));
  return {
    ...touchedRecords(older.map(({ recordType, recordId }) => ({ type: recordType, id: recordId }))),
    providers: drafts.filter(isNew).map(({ recordId }) => recordId),
  };
}

/** The rows that project the drafts' records, type by type in the order in which they refer to each other. */
async function writeRows(
  db: Db,
  actor: Actor,
  drafts: readonly RecordDraft[],
  { batchId = null, reason }: SaveContext,
): Promise<void> {
  const rules = await loadProjectionRules(db);
  const publishedAt = new Date();
  for (const type of PROJECTION_ORDER) {
    const ofType = drafts.filter(({ recordType }) => recordType === type);
    // New ones first, since others of the call may add to them; then in one order, as they are locked.
    const isNew = ({ create }: RecordDraft) => create !== undefined;
    const known = ofType.filter((draft) => !isNew(draft));
    known.sort((a, b) => (a.recordId < b.recordId ? -1 : 1));
    for (const some of atATime([...ofType.filter(isNew), ...known])) {
      const claims = await findClaimsByRecord(
        db,
        type,
        some.map(({ recordId }) => recordId),
      );
      const claimsOf = (id: string) => claims.get(id) ?? [];
      const fresh = some.flatMap(({ recordId: id, create }) =>
        create ? [{ id, claims: claimsOf(id), create: { ...create, batchId, publishedAt } }] : [],
      );
      await insertProjected(db, type, fresh, rules);
      const held = new Map(
        some.flatMap(({ recordId, create }) => (create ? [] : [[recordId, claimsOf(recordId)] as const])),
      );
      await projectRecords(db, type, held, { changedBy: actor.id, reason, rules });
    }
  }
}

/** Records that are held in memory with all their claims: twenty thousand services would be a gigabyte. */
const AT_A_TIME = 2000;

function* atATime<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += AT_A_TIME) yield list.slice(from, from + AT_A_TIME);
}

/** More than a reader of the audit would go through; the batch's claims name each. */
const MOST_NAMED = 200;

function nameRecords(drafts: readonly RecordDraft[]) {
  if (drafts.length > MOST_NAMED) return { number: drafts.length };
  return drafts.map(({ recordType, recordId, create }) => ({
    recordType,
    recordId,
    isNew: create !== undefined,
  }));
}

async function refusePlaces(db: Db, drafts: readonly RecordDraft[]): Promise<void> {
  const isHidden = await findAreaOnlyRule(db);
  const services = drafts.filter(({ recordType }) => recordType === "service");
  const stored = await findClaimsByRecord(
    db,
    "service",
    services.map(({ recordId }) => recordId),
  );
  for (const { recordId, claims } of services)
    refusePlaceOfAreaOnly(claims, stored.get(recordId) ?? [], isHidden);
}

function toRow(
  actor: Actor,
  draft: RecordDraft,
  claim: ClaimDraft,
  context: SaveContext,
): NewClaimRow & { id: string } {
  return {
    id: claim.id ?? randomUUID(),
    recordType: draft.recordType,
    recordId: draft.recordId,
    field: claim.field,
    value: parseClaimValue(draft.recordType, claim.field, claim.value),
    validFrom: claim.validFrom ?? null,
    validTo: claim.validTo ?? null,
    sourceId: claim.sourceId,
    says: claim.says,
    confirmedOn: claim.confirmedOn,
    recordedBy: actor.id,
    batchId: context.batchId ?? null,
    reportId: context.reportId ?? null,
  };
}
