import { type Claim, type ClaimField, holdsMany, type RecordType } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import type { RowChange } from "@/domain/imports/outcome";
import { saysTheSame } from "@/domain/same";

/** A fact as a file says it. */
type Said = { field: ClaimField; value: unknown; sourceId: string; confirmedOn: string };

/**
 * What a fact would do to a record: nothing where it is in force already, whoever said so, or where the same source said
 * it before. `from` is the claim that it stands against.
 * @param held all claims of the record that count.
 */
export function claimChange(
  recordType: RecordType,
  said: Said,
  held: readonly Claim[],
): { kind: RowChange["kind"]; from: Claim | null } | null {
  const ofField = held.filter(({ field }) => field === said.field);
  const inForce = claimsInForce(ofField);
  const isSaid = ({ sourceId, value }: Claim) => sourceId === said.sourceId && saysTheSame(value, said.value);
  if (ofField.some(isSaid) && !isReplaced(recordType, said, inForce)) return null;
  if (inForce.some(({ value }) => saysTheSame(value, said.value))) return null;
  const other = inForce.find(({ value }) => isAboutTheSame(recordType, said.field, value, said.value));
  if (!other) return { kind: "sets", from: null };
  return { kind: said.confirmedOn >= other.confirmedOn ? "changes" : "contradicts", from: other };
}

/** The same source said it, and something else since: a month's file that was corrected, and corrected back. */
function isReplaced(recordType: RecordType, said: Said, inForce: readonly Claim[]): boolean {
  return inForce.some(
    ({ sourceId, value }) =>
      sourceId === said.sourceId &&
      isAboutTheSame(recordType, said.field, value, said.value) &&
      !saysTheSame(value, said.value),
  );
}

/** Of a field that holds several values at once, the values of one month, of one code, or the same value. */
function isAboutTheSame(recordType: RecordType, field: ClaimField, a: unknown, b: unknown): boolean {
  if (!holdsMany(recordType, field)) return true;
  const keys = ["key", "scheme", "code"] as const;
  if (keys.every((name) => part(a, name) === undefined)) return saysTheSame(a, b);
  return keys.every((name) => part(a, name) === part(b, name));
}

function part(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
