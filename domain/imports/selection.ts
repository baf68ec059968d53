import { type ImportOutcome, isLeftOut, type RowDecision } from "@/domain/imports/outcome";
import { itemAt } from "@/domain/lists/item-at";
import { recordOf } from "@/domain/lists/keys-of";

/** Which rows an approval takes: all of them, or those that a rule names. */
export const APPROVAL_RULES = ["all", "only-new", "without-warnings", "sample"] as const;
export type ApprovalRule = (typeof APPROVAL_RULES)[number];

export type SelectableRow = {
  number: number;
  outcome: ImportOutcome;
  warnings: readonly unknown[];
  decision: RowDecision;
};

/** Rows that would change something and that nobody has left out. */
export function isOpen({ outcome, decision }: SelectableRow): boolean {
  return outcome !== "refused" && outcome !== "unchanged" && !isLeftOut(decision);
}

/** The rows that an approval by this rule applies. A sample that holds up stands for all of them. */
export function selectRows<T extends SelectableRow>(rows: readonly T[], rule: ApprovalRule): T[] {
  const open = rows.filter(isOpen);
  if (rule === "only-new") return open.filter(({ outcome }) => outcome === "new");
  if (rule === "without-warnings") return open.filter(({ warnings }) => warnings.length === 0);
  return open;
}

/** How many rows an approval by each rule applies, and how many of those have something to look at. */
export function countByRule(rows: readonly SelectableRow[]): Record<ApprovalRule, RuleCount> {
  return recordOf(APPROVAL_RULES, (rule) => {
    const selected = selectRows(rows, rule);
    return { rows: selected.length, warned: selected.filter(({ warnings }) => warnings.length > 0).length };
  });
}
export type RuleCount = { rows: number; warned: number };

/** How an approval is kept: its rule, and of a sample which rows were looked at. */
export const approvalOf = (rule: ApprovalRule, sample: readonly number[]) =>
  sample.length > 0 ? `sample: rows ${sample.join(", ")}` : rule;

/** Reads what `approvalOf` wrote; `rule` is null for what it did not. */
export function readApproval(stored: string): { rule: ApprovalRule | null; rows: string } {
  const [name = "", rows = ""] = stored.split(": rows ");
  return { rule: APPROVAL_RULES.find((known) => known === name) ?? null, rows };
}

/** How many rows a sample has: enough to meet a fault that one row in five has with more than nine chances in ten. */
export const SAMPLE_SIZE = 12;

/**
 * What a sample is chosen by: drawn at random when the import is submitted, the same for everybody who looks at it then.
 * Imports that were submitted before there was one have the second.
 */
export const sampleSeed = (batch: { id: string; contentHash: string; sampleSeed: string | null }) =>
  batch.sampleSeed ?? `${batch.id} ${batch.contentHash}`;

/**
 * The rows that an approval by sample looks at: chosen by chance (`sampleSeed`), so that nobody picks them.
 */
export function sampleOf(rows: readonly SelectableRow[], seed: string, size = SAMPLE_SIZE): number[] {
  const next = randomFrom(seed);
  const open = rows.filter(isOpen).map(({ number }) => number);
  for (let last = open.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const held = itemAt(open, last);
    open[last] = itemAt(open, other);
    open[other] = held;
  }
  return open.slice(0, size).sort((a, b) => a - b);
}

/** Numbers from 0 to 1 that look random and depend on the seed alone (FNV-1a, then mulberry32). */
function randomFrom(seed: string): () => number {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
