import { basisOf } from "@/domain/claims/basis";
import type { AddressValue, Claim } from "@/domain/claims/claim";
import { saysTheSame } from "@/domain/same";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";

/**
 * What this review knows better than an earlier one that is stored: an address where we had drawn the middle of a town, and a
 * sentence of ours that names its sources better. The old claim is replaced, or an installation of that review would go on showing
 * the town because the file of towns is newer than the page with the address.
 * @param stored the claims of the drafts' records that count.
 */
export function replaceEarlier(drafts: readonly RecordDraft[], stored: readonly Claim[]): RecordDraft[] {
  const held = new Map<string, Claim[]>();
  for (const claim of stored) {
    if (claim.supersededBy !== null || basisOf(claim.says, claim.field) !== "worked-out") continue;
    held.set(claim.recordId, [...(held.get(claim.recordId) ?? []), claim]);
  }
  return drafts.map((draft) => {
    const own = held.get(draft.recordId) ?? [];
    if (own.length === 0) return draft;
    const claims = draft.claims.map((claim) => {
      const old = own.filter((other) => isReplaced(other, claim)).map(({ id }) => id);
      return old.length === 0 ? claim : { ...claim, supersedes: [...(claim.supersedes ?? []), ...old] };
    });
    return { ...draft, claims };
  });
}

function isReplaced(old: Claim, by: ClaimDraft): boolean {
  if (old.id === by.id || old.field !== by.field) return false;
  if (by.field === "address") {
    const [was, is] = [old.value as AddressValue, by.value as AddressValue];
    return was.key === is.key && was.precision === "town" && is.precision === "postcode";
  }
  return by.field === "provider" && old.sourceId === by.sourceId && saysTheSame(old.value, by.value);
}
