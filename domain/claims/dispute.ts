import type { ClaimField } from "@/domain/claims/claim";

/** A dispute as a page shows it: beside the fact, or above all of them where it is about the whole entry. */
export type DisputeRead = {
  id: string;
  /** A field of `CLAIM_FIELDS`; null for the whole entry. */
  field: ClaimField | null;
  says: string;
  /** Whether a reader's complaint is behind it; else a moderator marked it unasked. */
  isFromReader: boolean;
  /** ISO day. */
  since: string;
};
