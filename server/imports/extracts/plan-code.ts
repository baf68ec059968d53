import type { Claim, RecordType } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import type { CareKind } from "@/domain/figures/share-of-care";
import { claimChange } from "@/domain/imports/claim-change";
import type { ImportOutcome, RowPlan, RowProblem } from "@/domain/imports/outcome";
import { saysTheSame } from "@/domain/same";
import type { ServiceCategory } from "@/domain/services/category";
import { type Remarks, remarksOnSensitive } from "@/server/imports/engine/sensitive-row";
import { isReviewed } from "@/server/imports/extracts/classification-in-force";
import { extractChangesOf, type NameOf, type NewFact } from "@/server/imports/extracts/extract-changes";
import type { ExtractRow } from "@/server/imports/extracts/filed-code";
import type { ReviewedCode } from "@/server/imports/extracts/reviewed-code";
import type { RecordDraft } from "@/server/records/save-records";

/** What a row of an extract would do to the records as they stand. */
export type PlannedExtractRow = ExtractRow & {
  row: null;
  outcome: ImportOutcome;
  problems: RowProblem[];
  warnings: RowProblem[];
  plan: RowPlan;
  /** What it would add; ids of new records are made from their keys, and are made anew when they are written. */
  drafts: RecordDraft[];
  /** What kind of organisation treated the patients; null where nobody has said who it is. */
  kind: CareKind | null;
};

type Found = {
  /** All that the extract says of the code, known or not. */
  drafts: readonly RecordDraft[];
  warnings: readonly RowProblem[];
  /** Claims that count, by record. */
  held: ReadonlyMap<string, Claim[]>;
  nameOf: NameOf;
  changeOf: ChangeOfFact;
  isHidden: (category: ServiceCategory) => boolean;
};

/** What one row would do. @param review who is behind the code, or why nobody knows; null for a service that is not listed. */
export function planCode(
  row: ExtractRow,
  review: ReviewedCode | RowProblem[] | null,
  { drafts: all, warnings: noted, held, nameOf, changeOf, isHidden }: Found,
): PlannedExtractRow {
  const reviewed = review !== null && isReviewed(review) ? review : null;
  const unknown = review === null || reviewed ? [] : (review as RowProblem[]);
  const news = unknown.length > 0 ? [] : newFacts(all, held, changeOf);
  const remarks = remarksOnPlaces(row, reviewed, news, isHidden);
  const problems = [...unknown, ...remarks.problems];
  const facts = problems.length > 0 ? [] : news;
  const drafts = draftsOf(facts);
  const service = all.find(({ recordType }) => recordType === "service")?.recordId ?? null;
  const plan: RowPlan = {
    place: null,
    areaId: null,
    commissioner: null,
    service: { id: service !== null && held.has(service) ? service : null, name: nameOfRow(row, nameOf) },
    provider: reviewed && { id: null, name: reviewed.provider.entry.name },
    changes: extractChangesOf(facts, nameOf),
  };
  const kind = reviewed && (reviewed.provider.entry.legalForm ?? "unknown");
  const warnings =
    problems.length > 0
      ? []
      : [...noted, ...remarks.warnings, ...answerToCheck(row, reviewed, drafts), ...older(facts)];
  const outcome = outcomeOf(row, problems, drafts);
  return { ...row, row: null, outcome, problems, warnings, plan, drafts, kind };
}

/** Whether what it would say of a place speaks of care that is shown by area only. */
function remarksOnPlaces(
  { item, decision }: ExtractRow,
  reviewed: ReviewedCode | null,
  facts: readonly NewFact[],
  isHidden: Found["isHidden"],
): Remarks {
  const said = facts.filter(
    ({ draft, claim }) => draft.recordType === "place" && ["name", "address"].includes(claim.field),
  );
  if (said.length === 0 || !("filed" in item)) return { problems: [], warnings: [] };
  const ofPlaces = said.map(({ claim }) => JSON.stringify(claim.value));
  const texts = [item.filed.name, reviewed?.provider.entry.name ?? "", ...ofPlaces];
  return remarksOnSensitive(texts, decision, isHidden);
}

function outcomeOf(
  { item }: ExtractRow,
  problems: readonly RowProblem[],
  drafts: readonly RecordDraft[],
): ImportOutcome {
  if (problems.length > 0) return "refused";
  if (drafts.length === 0) return "unchanged";
  if ("delisted" in item) return "ended";
  return drafts.some(({ create }) => create !== undefined) ? "new" : "changed";
}

function newFacts(
  drafts: readonly RecordDraft[],
  held: ReadonlyMap<string, Claim[]>,
  changeOf: ChangeOfFact,
): NewFact[] {
  return drafts.flatMap((draft) =>
    draft.claims.flatMap((claim) => {
      const change = changeOf(draft.recordType, claim, held.get(draft.recordId) ?? []);
      return change === null ? [] : [{ draft, claim, change }];
    }),
  );
}

/** What a fact would do to a record with these claims; null where it is no news. */
export type ChangeOfFact = (
  recordType: RecordType,
  claim: NewFact["claim"],
  known: readonly Claim[],
) => NewFact["change"] | null;

/** Of a file that somebody brings. */
export const changeOfFact: ChangeOfFact = (recordType, claim, known) => {
  const isNamedAgain = recordType === "service" && claim.field === "provider" && known.length > 0;
  return isNamedAgain ? confirmation(claim, known) : claimChange(recordType, claim, known);
};

/** An earlier extract says who runs a service in the same words, of the same name as filed; nothing stands against it. */
function confirmation(said: NewFact["claim"], held: readonly Claim[]): NewFact["change"] | null {
  const from = inForce(held, "service", "provider");
  if (!from || from.says !== said.says || !saysTheSame(from.value, said.value)) return null;
  return from.confirmedOn < said.confirmedOn ? { kind: "confirms", from } : null;
}

/** The drafts with nothing in them but what is new. */
function draftsOf(facts: readonly NewFact[]): RecordDraft[] {
  const byRecord = new Map<RecordDraft, NewFact["claim"][]>();
  for (const { draft, claim } of facts) byRecord.set(draft, [...(byRecord.get(draft) ?? []), claim]);
  return [...byRecord].map(([draft, claims]) => ({ ...draft, claims }));
}

function nameOfRow({ item }: ExtractRow, nameOf: NameOf): string {
  if ("filed" in item) return `${item.filed.name} (${item.filed.code})`;
  return nameOf(item.delisted.serviceId);
}

/** What an importer said of a code is for the second person to check, whatever comes of it. */
function answerToCheck(
  { item: { answer } }: ExtractRow,
  review: ReviewedCode | null,
  drafts: readonly RecordDraft[],
): RowProblem[] {
  if (answer === null || review === null) return [];
  const { name, legalForm } = review.provider.entry;
  const [source] = Object.values(review.sources);
  const said = [
    name,
    legalForm ?? "legal form not known",
    review.code.role,
    review.code.operatorEvidence.says,
  ];
  const cited = source ? [source.title, source.publisher, source.date ?? "", source.url ?? ""] : [];
  const detail = [...said, ...cited].filter((part) => part !== "").join("; ");
  const warnings: RowProblem[] = [{ column: null, code: "code-answered", detail }];
  const isNhs = legalForm === "nhs-body" || legalForm === "nhs-owned-company";
  if (drafts.length === 0 && !isNhs) warnings.push({ column: null, code: "too-few-patients", detail: "" });
  return warnings;
}

function older(facts: readonly NewFact[]): RowProblem[] {
  return facts.flatMap(({ claim, change: { kind, from } }) =>
    kind === "contradicts" && from !== null
      ? { column: null, code: "source-older" as const, detail: `${claim.field}: ${from.says}` }
      : [],
  );
}
