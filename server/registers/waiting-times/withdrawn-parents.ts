import type { Claim } from "@/domain/claims/claim";
import type { RecordDraft } from "@/server/records/save-records";

/**
 * Earlier reviews took an organisation whose name has a group's in it for one that belongs to the group. What an extract
 * files is a name and no more: such a claim is replaced by what this review says the organisation is.
 * @param isOfExtract whether a source is an extract of the waiting times.
 * @param stored the claims of the drafts' providers that count.
 */
export function withdrawParents(
  drafts: readonly RecordDraft[],
  stored: readonly Claim[],
  isOfExtract: (sourceId: string) => boolean,
): RecordDraft[] {
  const doubtful = stored.filter(
    ({ recordType, field, supersededBy, sourceId }) =>
      recordType === "provider" && field === "parent" && supersededBy === null && isOfExtract(sourceId),
  );
  return drafts.map((draft) => {
    const old = doubtful.filter(({ recordId }) => recordId === draft.recordId).map(({ id }) => id);
    const about = draft.claims.find(({ field }) => field === "about");
    if (draft.recordType !== "provider" || old.length === 0 || about === undefined) return draft;
    const claims = draft.claims.map((claim) => (claim === about ? { ...claim, supersedes: old } : claim));
    return { ...draft, claims };
  });
}
