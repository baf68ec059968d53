import type { AnswerField } from "@/domain/imports/code-answer";
import type { ImportColumn } from "@/domain/imports/columns";

/**
 * What a row would do. `ended` marks a service as "may have ended", for review, and a place as one that no register lists
 * any more; it never ends one.
 */
export const IMPORT_OUTCOMES = ["new", "changed", "ended", "unchanged", "refused"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** Why a row is refused (it can be repaired), or what somebody should look at. `code` is a message key. */
export type RowProblem = {
  column: ImportColumn | AnswerField | null;
  code: ProblemCode;
  detail: string;
  /** Of a postcode that is none in use: the nearest that are, with commas. */
  nearest?: string;
};

export const REFUSALS = [
  "required",
  "too-long",
  "too-many-cells",
  "too-few-cells",
  "formula",
  "garbled",
  "name-empty",
  "name-two-scripts",
  "provider-or-not-named",
  "category-unknown",
  "place-kind-unknown",
  "provider-kind-unknown",
  "provider-kind-social",
  "provider-kind-needed",
  "provider-nhs",
  "provider-nhs-known",
  "held-back",
  "contract-type-unknown",
  "contract-value-unreadable",
  "contract-dates",
  "status-unknown",
  "status-ended-unmatched",
  "date-unreadable",
  "date-month-first",
  "date-ambiguous",
  "date-future",
  "date-before-nhs",
  "date-not-yet",
  "date-too-old",
  "coordinates-one-only",
  "coordinates-unreadable",
  "coordinates-swapped",
  "coordinates-grid",
  "coordinates-outside",
  "coordinates-far",
  "postcode-shape",
  "postcode-letter",
  "postcode-part",
  "postcode-elsewhere",
  "postcode-unknown",
  "postcode-ended",
  "postcode-unknown-near",
  "postcode-ended-near",
  "where-missing",
  "area-needed",
  "register-code-shape",
  "key-twice",
  "row-twice",
  "successor-twice",
  "tenure-before",
  "provider-which",
  "place-head-office",
  "web-address",
  "web-address-host",
  "web-address-letters",
  "source-date",
  "date",
  "code-not-reviewed",
  "code-renamed",
  "legal-form-needed",
  "site-not-asked",
  "practice-unknown",
  "payment-row",
  "code-several",
  "branch-no-practice",
  "branch-twice",
  "could-be-sensitive",
  "reveals-place",
  "source-reveals-place",
  "place-not-kept",
] as const;

export const WARNINGS = [
  "another-provider-there",
  "provider-changes",
  "place-look",
  "place-look-town",
  "address-differs",
  "new-provider",
  "new-commissioner",
  "town-only",
  "not-placed",
  "source-older",
  "area-only",
  "no-longer-listed",
  "not-active",
  "left-unnamed",
  "new-code",
  "tenure-undated",
  "tenure-planned",
  "not-begun",
  "provider-alike",
  "code-answered",
  "service-ended-here",
  "too-few-patients",
  "no-longer-apms",
  "not-in-payments",
  "provider-alike-row",
  "place-of-row",
  "code-ended",
  "code-unknown",
  "sensitive-words",
  "registration-differs",
  "registration-in-doubt",
  "names-a-person",
  "registered-to-another",
] as const;
export type ProblemCode = (typeof REFUSALS)[number] | (typeof WARNINGS)[number];

/**
 * What somebody decided about a row. "skip" leaves it out, and so does "dropped", which its approver says; "other" says that a likely twin is another service;
 * "successor" that its provider took over from the one at its place, and "correction" that the one at its place was a
 * mistake and the same tenure goes on; "new-provider" that its provider is none of those of a like name; "not-sensitive"
 * that it is no care that is shown by area only, whatever its words. Null as planned.
 */
export const ROW_DECISIONS = [
  "skip",
  "dropped",
  "other",
  "successor",
  "correction",
  "new-provider",
  "not-sensitive",
] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number] | null;

/** What leaves a row out, whoever said so. */
export const LEAVES_OUT = ["skip", "dropped"] as const satisfies readonly RowDecision[];

export function isLeftOut(decision: RowDecision): boolean {
  return decision === "skip" || decision === "dropped";
}

/**
 * What becomes of a place's entry in a register: it ended on a day (`to`), is not listed any more (`to` is its code), or is
 * listed again.
 */
export type EntryChange = "ends" | "drops" | "relists";

/** One fact that a row would add: `from` is what holds now. */
export type RowChange = {
  field: string;
  /** `contradicts`: a newer claim stays in force; the row's stands beside it. */
  kind: "sets" | "changes" | "confirms" | "contradicts" | EntryChange;
  from: string | null;
  to: string;
};

type Ref = { id: string | null; name: string };

/** `row`: the number of an earlier row of the list which names it first, and would make it. */
type MadeRef = Ref & { row?: number };

/** What a row would be held against and what it would add. Ids are null for records that would be made. */
export type RowPlan = {
  place:
    | (MadeRef & {
        because: "register-code" | "postcode-and-name" | "town-and-name" | "new";
        addressKey?: string;
      })
    | null;
  areaId: string | null;
  service: Ref;
  /** The service that a new one takes over from. `ends` is false while the new one is only planned. */
  successorOf?: (Ref & { ends: boolean }) | null;
  provider: MadeRef | null;
  commissioner: Ref | null;
  changes: RowChange[];
};
