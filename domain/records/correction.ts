import type { Did } from "@/domain/claims/changed-by";
import type { Claim } from "@/domain/claims/claim";
import type { LineRecord } from "@/domain/claims/line-history";

/** What readers are told was done to entries, by category. */
export const CORRECTION_CATEGORIES = [
  ...(["corrected", "new-provider", "moved", "ended", "merged", "split", "reverted"] as const),
  ...(["disputed", "settled", "withheld", "restored", "taken-back", "list-taken-back"] as const),
  ...(["source-dropped", "source-cited-again", "source-corrected", "erased"] as const),
] as const;
export type CorrectionCategory = (typeof CORRECTION_CATEGORIES)[number];

/** A category as a reader is told it: what was corrected may have been missing, or not so. */
export const CORRECTION_LABELS = ["added", "removed", ...CORRECTION_CATEGORIES] as const;
export type CorrectionLabel = (typeof CORRECTION_LABELS)[number];

/** What of a source was cited otherwise. */
export const SOURCE_PARTS_CITED = ["title", "publisher", "url", "publishedOn", "quotation"] as const;
export type SourcePartCited = (typeof SOURCE_PARTS_CITED)[number];

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
  /** The entry that readers are led to afterwards, where it is another. */
  subjectId: string | null;
  /** What is disputed, in the words that stand beside the fact. */
  says: string | null;
  isFromReader: boolean;
  /** The change that did it, while it stands. */
  batchId: string | null;
  /** Of a source, what is cited otherwise. */
  parts: string[];
};

/** A fact from what to what; null where nothing was said, or it may not be shown. `of` is the line of a service that it is said of. */
export type CorrectedRow = {
  before: Pick<Claim, "recordType" | "field" | "value"> | null;
  after: Pick<Claim, "recordType" | "field" | "value"> | null;
  of: LineRecord["type"] | null;
};

/** As readers see it: an entry that is not public has neither name nor page, no facts and no words. */
export type CorrectionRead = Pick<
  CorrectionFact,
  "id" | "at" | "category" | "field" | "type" | "says" | "isFromReader"
> & {
  label: CorrectionLabel;
  name: string | null;
  path: string | null;
  rows: CorrectedRow[];
  parts: SourcePartCited[];
};

/** The label of a correction that did this. */
export function correctionLabel(category: CorrectionCategory, did: Did | null): CorrectionLabel {
  return category === "corrected" && did !== null && did !== "changed" ? did : category;
}
