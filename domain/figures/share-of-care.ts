import type { Named } from "@/domain/figures/service-row";
import { countsAs, type Definition, LEGAL_FORMS, type LegalForm } from "@/domain/providers/legal-form";

/**
 * What kind of organisation treated the patients: a trust of the register, else the legal form that a source gives, else
 * "unknown".
 */
export const CARE_KINDS = ["nhs-trust", ...LEGAL_FORMS, "unknown"] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** Pathways completed in the month. */
export type Completed = { admitted: number; nonAdmitted: number };

/** One kind of organisation in one treatment function (the publisher's code). */
export type CareCell = Completed & { kind: CareKind; function: string };

/**
 * Payers that are no integrated care board: NHS England itself, which pays for specialised care and that of prisoners and
 * armed forces; and the code NONC, to which the file gives no name.
 */
export const OTHER_PAYERS = ["nhs-england", "not-named"] as const;
export type OtherPayer = (typeof OTHER_PAYERS)[number];

/** What one payer paid for: an ONS code of an integrated care board, or one of `OTHER_PAYERS`. */
export type CareByPayer = { payer: string; cells: CareCell[] };

/** How much of a number was done outside the NHS. */
export type Share = { outside: number; all: number };

/** Completed treatment under a definition: with an admission, without one, and together. */
export type ShareOfCare = {
  definition: Definition;
  admitted: Share;
  nonAdmitted: Share;
  together: Share;
  /** Treatment by organisations of a kind that no source gives, which the share leaves out; it is in `all`. */
  unknown: number;
};

/** One line of a table: a kind or a treatment function, with what was completed and how much of it outside. */
export type ShareRow<Key extends string> = { key: Key } & Omit<ShareOfCare, "definition">;

/** Does treatment by this kind count as done outside the NHS? The one definition of all counts decides. */
export function isOutside(kind: CareKind, definition: Definition): boolean {
  if (kind === "nhs-trust") return false;
  return countsAs(kind === "unknown" ? null : (kind satisfies LegalForm), definition);
}

/** Of the treatment completed, how much was done outside the NHS, as the definition has it. */
export function shareOfCare(cells: Iterable<CareCell>, definition: Definition): ShareOfCare {
  const share: ShareOfCare = { definition, ...noShare() };
  for (const cell of cells) add(share, cell, definition);
  return share;
}

/** The same by kind of organisation, in the order of `CARE_KINDS`; kinds that did nothing are left out. */
export function shareByKind(cells: Iterable<CareCell>, definition: Definition): ShareRow<CareKind>[] {
  const rows = grouped(cells, definition, ({ kind }) => kind);
  return CARE_KINDS.flatMap((kind) => rows.get(kind) ?? []);
}

/** The same by treatment function, most treated first. */
export function shareByFunction(cells: Iterable<CareCell>, definition: Definition): ShareRow<string>[] {
  const rows = grouped(cells, definition, (cell) => cell.function);
  return [...rows.values()].sort((a, b) => b.together.all - a.together.all || (a.key < b.key ? -1 : 1));
}

/** In hundred, one decimal; null of nothing. 99.96 is not rounded up to all, nor 0.04 down to none. */
export function percentOf({ outside, all }: Share): number | null {
  if (all === 0) return null;
  const rounded = Math.round((outside / all) * 1000) / 10;
  if (rounded === 0 && outside > 0) return 0.1;
  if (rounded === 100 && outside < all) return 99.9;
  return rounded;
}

function grouped<Key extends string>(
  cells: Iterable<CareCell>,
  definition: Definition,
  keyOf: (cell: CareCell) => Key,
): Map<Key, ShareRow<Key>> {
  const rows = new Map<Key, ShareRow<Key>>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const row = rows.get(key) ?? { key, ...noShare() };
    add(row, cell, definition);
    rows.set(key, row);
  }
  return rows;
}

function noShare(): Omit<ShareOfCare, "definition"> {
  return {
    admitted: { outside: 0, all: 0 },
    nonAdmitted: { outside: 0, all: 0 },
    together: { outside: 0, all: 0 },
    unknown: 0,
  };
}

function add(sum: Omit<ShareOfCare, "definition">, cell: CareCell, definition: Definition): void {
  const outside = isOutside(cell.kind, definition) ? 1 : 0;
  if (cell.kind === "unknown" && outside === 0) sum.unknown += cell.admitted + cell.nonAdmitted;
  for (const [share, number] of [
    [sum.admitted, cell.admitted],
    [sum.nonAdmitted, cell.nonAdmitted],
    [sum.together, cell.admitted + cell.nonAdmitted],
  ] as const) {
    share.all += number;
    share.outside += outside * number;
  }
}

/** What a page says of the share of care of a health body, or of all England, under one definition. */
export type ShareOfCareData = {
  /** "2026-04" */
  month: string;
  whole: ShareOfCare;
  byKind: ShareRow<CareKind>[];
  /** `key` is the publisher's code, `name` what readers call it. */
  bySpecialty: (ShareRow<string> & { name: string })[];
  /** Who did what `whole.unknown` counts, as far as their names are known; the most first. */
  unknownCarers: Named[];
  /** Completed treatment that no health body paid for; for all England only, where it is in the whole. */
  otherPayers: { payer: OtherPayer; completed: number }[];
};
