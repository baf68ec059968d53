import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import { saysSo } from "@/domain/claims/claim";
import { type ClaimWithFate, claimsAt, isFigure } from "@/domain/claims/record-history";

/** Whether something was said for the first time, otherwise than before, or not any more. */
export type Did = "added" | "changed" | "removed";

/**
 * What one batch changed of one record as it was made, whatever became of it since: from what to what, a fact a row. What stayed the same
 * is none, nor are figures; one value of several that gave way to one other is one row.
 * @param claims all claims of the record, at least of the fields that the batch says anything of.
 */
export function changedByBatch<C extends ClaimWithFate>(
  claims: readonly C[],
  batchId: string,
): ChangedClaim<C>[] {
  const own = claims.filter((claim) => claim.batchId === batchId);
  if (own.length === 0) return [];
  const isOwn = new Set(own.map(({ id }) => id));
  const made = new Date(Math.max(...own.map(({ recordedAt }) => recordedAt.getTime())));
  const after = claimsAt(claims, made);
  const before = after
    .filter(({ id }) => !isOwn.has(id))
    .map((claim) => (isOwn.has(claim.supersededBy ?? "") ? { ...claim, supersededBy: null } : claim));
  return told(changedClaims(before, after));
}

/** What a record said otherwise from a moment on. */
export function changedAt<C extends ClaimWithFate>(claims: readonly C[], at: Date): ChangedClaim<C>[] {
  return told(changedClaims(claimsAt(claims, new Date(at.getTime() - 1)), claimsAt(claims, at)));
}

function told<C extends ClaimWithFate>(rows: readonly ChangedClaim<C>[]): ChangedClaim<C>[] {
  return pairs(
    rows.filter(({ before, after, isSame }) => !isSame && !isFigure((after ?? before)?.field ?? "")),
  );
}

/** Of a field with several values, the one that is gone and the one that came instead. */
function pairs<C extends ClaimWithFate>(rows: readonly ChangedClaim<C>[]): ChangedClaim<C>[] {
  const fieldOf = ({ before, after }: ChangedClaim<C>) => (after ?? before)?.field;
  const paired: ChangedClaim<C>[] = [];
  for (const row of rows) {
    const others = rows.filter((other) => other !== row && fieldOf(other) === fieldOf(row));
    const [other] = others;
    if (others.length !== 1 || !other || (row.before && row.after) || (other.before && other.after))
      paired.push(row);
    else if (row.before && other.after)
      paired.push({ before: row.before, after: other.after, isSame: false });
    else if (!(row.after && other.before)) paired.push(row);
  }
  return paired;
}

/** What all of these rows did: where some added and others removed, it was changed. Null where there are none. */
export function whatRowsDid(rows: readonly Pick<ChangedClaim, "before" | "after">[]): Did | null {
  const did = new Set(rows.map(whatRowDid));
  const [only] = did;
  return did.size > 1 ? "changed" : (only ?? null);
}

function whatRowDid({ before, after }: Pick<ChangedClaim, "before" | "after">): Did {
  if (!after || !saysSo(after.value)) return "removed";
  return before && saysSo(before.value) ? "changed" : "added";
}
