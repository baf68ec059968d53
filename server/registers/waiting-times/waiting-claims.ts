import { starterId } from "@/db/seed/starter/starter-id";
import type { ClaimField, ClaimValue, RecordType, WaitingTimes } from "@/domain/claims/claim";
import type { ClaimDraft } from "@/server/records/save-records";
import type { SourceRef } from "./waiting-sources";

/** Where each source is: a key of the classification, "towns", "place-names" or "postcodes". */
export type Refs = (source: string) => SourceRef;

/** A fact of one record from one source, with an id made from what it says: a second load finds it again. */
export function claimMaker<T extends RecordType>(_type: T, recordKey: string, refs: Refs) {
  return <F extends ClaimField<T>>(
    field: F,
    value: ClaimValue<T, F>,
    source: string,
    says: string,
  ): ClaimDraft & { id: string } => {
    const ref = refs(source);
    const id = starterId(`${recordKey}#${field}#${JSON.stringify(value)}#${source}#${says}`);
    return { id, field, value, says, ...ref };
  };
}

/** What an extract counts of one code or category in its month, in a sentence. */
export function countsOfMonth({
  completedAdmitted,
  completedNonAdmitted,
  waiting,
  newReferrals,
}: Omit<WaitingTimes, "key">): string {
  const [admitted, other, queue, fresh] = [
    completedAdmitted,
    completedNonAdmitted,
    waiting,
    newReferrals,
  ].map(inEnglish);
  return `Counts ${admitted} treatments completed with an admission and ${other} without in the month, ${queue} people waiting at its end and ${fresh} new.`;
}

/** 1234 as "1,234": what a source says is stored in English. */
export function inEnglish(number: number): string {
  return number.toLocaleString("en-GB");
}
