/** What readers are told was done to entries, by category. */
export const CORRECTION_CATEGORIES = [
  ...(["corrected", "new-provider", "moved", "ended", "merged"] as const),
  ...(["disputed", "settled", "withheld", "restored", "taken-back", "list-taken-back"] as const),
] as const;
export type CorrectionCategory = (typeof CORRECTION_CATEGORIES)[number];

/** One of them as it stands in the tables; nothing here says what may be shown. */
export type CorrectionFact = {
  /** Of the change, withholding or dispute; with its category it is never another's. */
  id: string;
  at: Date;
  category: CorrectionCategory;
  /** The fact that it is about, a field of its claims; null for all of it. */
  field: string | null;
  /** Null for a whole list. */
  type: string | null;
  recordId: string | null;
  /** What is disputed, in the words that stand beside the fact. */
  says: string | null;
  isFromReader: boolean;
};

/** As readers see it: an entry that is not public has neither name nor page, and no words. */
export type CorrectionRead = Omit<CorrectionFact, "recordId"> & { name: string | null; path: string | null };
