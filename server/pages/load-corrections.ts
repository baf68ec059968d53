import { type Db, getDb } from "@/db/client";
import { findRecordNames } from "@/db/queries/claims-read";
import { listCorrections } from "@/db/queries/corrections";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { hideText } from "@/domain/claims/hide-quotes";
import type { CorrectionRead } from "@/domain/records/correction";
import { fieldOnPage } from "@/domain/reports/service-lines";

/** As many as a page holds; older ones stand on each entry's own page. */
export const MOST_CORRECTIONS = 200;

/**
 * The newest corrections, as every reader may see them: what is not public is neither named nor linked to, and what was disputed about it is not
 * repeated, so that a correction never says again what was taken off.
 */
export async function loadCorrections(db: Db = getDb()): Promise<CorrectionRead[]> {
  const facts = await listCorrections(db, MOST_CORRECTIONS);
  const ids = facts.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));
  const [names, hidden] = await Promise.all([findRecordNames(db, ids), findHiddenNames(db, ids)]);
  return facts.map(({ recordId, says, ...fact }) => {
    const record = recordId === null ? undefined : names.get(recordId);
    return {
      ...fact,
      field: fact.field === null ? null : fieldOnPage(fact.field),
      name: record?.name ?? null,
      path: record?.path ?? null,
      says: record ? hideText(says, hidden) : null,
    };
  });
}
