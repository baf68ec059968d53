import { randomUUID } from "node:crypto";
import { saysTheSame } from "@/domain/same";
import type { ImportDrafts } from "@/server/imports/engine/import-format";
import type { RecordDraft } from "@/server/records/save-records";

/**
 * The drafts of rows as they are written: rows that speak of one record share it, what two say in the same words is said once,
 * and new records and claims have ids of their own, to come again after an undo.
 */
export function withNewIds(
  rows: readonly { number: number | null; drafts: readonly RecordDraft[] }[],
): ImportDrafts {
  const all = rows.flatMap(({ drafts }) => drafts);
  const ids = new Map(all.flatMap(({ recordId, create }) => (create ? [[recordId, randomUUID()]] : [])));
  const drafts = withIds(all, ids).map(withoutRepeats);
  const idsByRow = new Map<number, string[]>();
  for (const { number, drafts: own } of rows) {
    const services = own.filter(({ recordType }) => recordType === "service");
    const others = own.filter(({ recordType }) => recordType !== "service");
    const made = [...services, ...others].map(({ recordId }) => ids.get(recordId) ?? recordId);
    if (number !== null) idsByRow.set(number, made);
  }
  return { drafts, idsByRow };
}

/** Drafts in which references to some ids are to others; claims of one record stand together. */
export function withIds(drafts: readonly RecordDraft[], ids: ReadonlyMap<string, string>): RecordDraft[] {
  const merged = new Map<string, RecordDraft>();
  for (const draft of drafts) {
    const recordId = ids.get(draft.recordId) ?? draft.recordId;
    const claims = draft.claims.map((claim) => ({ ...claim, value: replaced(claim.value, ids) }));
    const held = merged.get(recordId);
    merged.set(recordId, {
      ...draft,
      recordId,
      create: held?.create ?? draft.create,
      claims: [...(held?.claims ?? []), ...claims],
    });
  }
  return [...merged.values()];
}

function replaced(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, ids.get(String(part)) ?? part]),
  );
}

function withoutRepeats(draft: RecordDraft): RecordDraft {
  const claims = draft.claims.filter(
    ({ field, value, sourceId }, index, all) =>
      index ===
      all.findIndex(
        (other) => other.field === field && other.sourceId === sourceId && saysTheSame(other.value, value),
      ),
  );
  return { ...draft, claims: claims.map(({ id: _, ...claim }) => claim) };
}
