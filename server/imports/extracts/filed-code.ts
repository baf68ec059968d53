import { z } from "zod";
import type { FiledProvider, WaitingTimesTable } from "@/db/reference/waiting-times-table";
import { ANSWER_FIELDS, type TypedAnswer } from "@/domain/imports/code-answer";
import type { RowDecision } from "@/domain/imports/outcome";
import { itemShape, renameInside } from "@/domain/imports/stored-item";
import type { Counted, TalliedExtract } from "@/ingest/build/tally-extract";

/** The name under which an extract is brought and kept. */
export const EXTRACT_FORMAT = "waiting-times";

/** Pathways of one provider code for one payer in one treatment function: as `ProviderCell`, with the codes themselves. */
type FiledCell = readonly [
  payer: string,
  treatmentFunction: string,
  completedAdmitted: number,
  completedNonAdmitted: number,
  waiting: number,
  newPeriods: number,
];

/** A provider code outside the register of trusts, with what the extract counts of it. */
export type FiledCode = {
  code: string;
  /** As filed. */
  name: string;
  /** ONS code of the integrated care board it is filed under; null where that is none of today. */
  healthBody: string | null;
  cells: FiledCell[];
};

/**
 * What a row of an extract is made from: a code that it has, or a service whose code it has no longer, and what its importer
 * typed of it.
 */
export type ExtractItem = ({ filed: FiledCode } | { delisted: { serviceId: string; code: string } }) & {
  answer: TypedAnswer | null;
};

/** A row of an extract as it is planned. Each has a number from the first. */
export type ExtractRow = { number: number; item: ExtractItem; decision: RowDecision };

const cell = z.tuple([z.string(), z.string(), z.number(), z.number(), z.number(), z.number()]);
const filed = z.object({
  code: z.string(),
  name: z.string(),
  healthBody: z.string().nullable(),
  cells: z.array(cell),
});
const answer = z.partialRecord(z.enum(ANSWER_FIELDS), z.string()).nullable();

export const extractShape = itemShape<ExtractItem>({
  shape: "provider-code",
  version: 2,
  schema: z.union([
    z.object({ filed, answer }),
    z.object({ delisted: z.object({ serviceId: z.string(), code: z.string() }), answer }),
  ]),
  lifts: { 1: (value) => renameInside(value, "filed", { board: "healthBody" }) },
});

/**
 * Codes that are an NHS trust's: those of the register, and those of trusts that have left it since, such as one that
 * merged. A trust's code begins with R, and the extract files it under its name.
 */
export function trustCodes({ byProvider }: TalliedExtract, register: ReadonlySet<string>): Set<string> {
  const isTrust = ([code, { name }]: [string, { name: string }]) =>
    register.has(code) || (/^R[A-Z0-9]{2}$/.test(code) && /\bNHS (FOUNDATION )?TRUST$/i.test(name));
  return new Set([...byProvider].filter(isTrust).map(([code]) => code));
}

/** Provider codes that are no trust's, in the order of the codes. */
export function filedCodes(
  { byProvider }: TalliedExtract,
  trusts: ReadonlySet<string>,
  healthBodies: ReadonlyMap<string, string>,
): FiledCode[] {
  return [...byProvider]
    .filter(([code]) => !trusts.has(code))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { name, healthBody, cells }]) => ({
      code,
      name,
      healthBody: healthBodies.get(healthBody) ?? null,
      cells: [...cells.values()].map(toCell).sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1)),
    }));
}

function toCell({ payer, function: code, ...cell }: Counted): FiledCell {
  return [payer, code, cell.admitted, cell["non-admitted"], cell.waiting, cell["new-periods"]];
}

/**
 * The codes as the table that the project's own waiting times are loaded from.
 * @param townOf the middle of the town that a site is known to be in.
 */
export function tableOf(
  period: string,
  filed: readonly FiledCode[],
  townOf: (code: FiledCode) => FiledProvider["town"],
): WaitingTimesTable {
  const cells = filed.flatMap((one) => one.cells);
  const payers = [...new Set(cells.map(([payer]) => payer))].sort();
  const functions = [...new Set(cells.map(([, code]) => code))].sort();
  const [payerAt, functionAt] = [payers, functions].map(
    (list) => new Map(list.map((code, index) => [code, index])),
  );
  const providers = filed.map((one) => ({
    code: one.code,
    healthBody: one.healthBody,
    town: townOf(one),
    cells: one.cells.map(
      ([payer, code, ...numbers]) =>
        [payerAt?.get(payer) ?? 0, functionAt?.get(code) ?? 0, ...numbers] as const,
    ),
  }));
  return { period, payers, functions, providers };
}
