import type { Db } from "@/db/client";
import { listErasedIds } from "@/db/queries/erasing-records";
import { idsIn } from "@/domain/claims/reading";
import { findErasedTexts, textsOfDraft } from "@/server/records/erased-marks";
import type { RecordDraft } from "@/server/records/save-records";

/**
 * What comes with an import or with the project, without what was erased for good: a record that has its id, or is known by one of its codes or
 * names, is not made again; a service that would be there or run by it is not made either; and of others nothing is said that points at it.
 * @returns the drafts themselves where nothing was ever erased.
 */
export async function withoutErased(db: Db, drafts: readonly RecordDraft[]): Promise<readonly RecordDraft[]> {
  const gone = await listErasedIds(db);
  if (gone.size === 0) return drafts;
  const textsOf = new Map(
    drafts.flatMap((draft) => (draft.create ? [[draft, textsOfDraft(draft)] as const] : [])),
  );
  const erased = await findErasedTexts(db, [...textsOf.values()].flat());
  for (const [{ recordId }, texts] of textsOf) if (texts.some((text) => erased.has(text))) gone.add(recordId);
  // A service of one that is not made is not made, and nothing points at that either.
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const draft of drafts) if (draft.create && restsOn(draft, gone)) gone.add(draft.recordId);
  }
  return drafts.flatMap((draft) => {
    if (gone.has(draft.recordId)) return [];
    const claims = draft.claims.filter(({ value }) => !idsIn(value).some((id) => gone.has(id)));
    return claims.length === 0 && draft.claims.length > 0 && !draft.create ? [] : [{ ...draft, claims }];
  });
}

const RESTS_BY: readonly string[] = ["place", "provider", "holder"];

function restsOn({ claims }: RecordDraft, gone: ReadonlySet<string>): boolean {
  return claims.some(
    ({ field, value }) => RESTS_BY.includes(field) && idsIn(value).some((id) => gone.has(id)),
  );
}
