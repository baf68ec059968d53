import { type Classification, type ClassifiedCode, providerOf } from "@/db/reference/provider-classification";
import type {
  FiledProvider,
  ProviderCell,
  ShareOfCareTable,
  WaitingTimesTable,
} from "@/db/reference/waiting-times-table";
import { careByPayer, type PaidCare } from "@/domain/figures/care-by-payer";
import type { CareKind } from "@/domain/figures/share-of-care";
import { IngestRefusal } from "@/ingest/refusal";
import type { RttRow } from "@/ingest/rtt-extract";
import {
  type Counted,
  type PartTotals,
  type ProviderTally,
  type TallyContext,
  tallyExtract,
} from "./tally-extract";

export type BuiltWaitingTimes = {
  waitingTimes: WaitingTimesTable;
  shareOfCare: ShareOfCareTable;
  rows: number;
  providers: number;
  /** How many provider codes are not in the register of trusts, before anybody classified them. */
  notInTrustRegister: number;
  totals: PartTotals;
  /** Classified codes that the extract does not have: another month's. */
  unused: string[];
};

type Town = FiledProvider["town"];
export type Known = Pick<TallyContext, "file" | "healthBodies"> & {
  /** Codes of the register of trusts. */
  trusts: ReadonlySet<string>;
  classification: Classification;
  /** Finds the town in a site's name within the health body it is filed under. */
  findTown: (name: string, healthBody: string) => Town;
};

/**
 * Makes the compact tables of the waiting-times extract. Rows of the total function are compared with the sum of the
 * others and then left out.
 * @throws IngestRefusal for a provider nobody has classified, a commissioner or treatment function that is new, and a
 * total that its rows do not come to.
 */
export async function buildWaitingTimes(
  rows: AsyncIterable<RttRow> | Iterable<RttRow>,
  known: Known,
): Promise<BuiltWaitingTimes> {
  const { byProvider, period, totals, rows: count } = await tallyExtract(rows, known);
  const codes = classifiedCodes(known, byProvider);
  return {
    waitingTimes: waitingTimesTable(known, period, byProvider, codes),
    shareOfCare: shareOfCareTable(known, period, byProvider, codes),
    rows: count,
    providers: byProvider.size,
    notInTrustRegister: [...byProvider.keys()].filter((code) => !known.trusts.has(code)).length,
    totals,
    unused: [...codes.keys()].filter((code) => !byProvider.has(code)),
  };
}

/** @throws IngestRefusal naming every code that is missing from the table, twice in it, or filed under another name. */
function classifiedCodes(
  { file, trusts, classification }: Known,
  byProvider: ReadonlyMap<string, ProviderTally>,
): Map<string, ClassifiedCode> {
  const codes = new Map<string, ClassifiedCode>();
  const wrong: string[] = [];
  for (const code of classification.codes) {
    if (codes.has(code.code)) wrong.push(`${code.code} is classified twice`);
    if (trusts.has(code.code)) wrong.push(`${code.code} is classified and a trust of the register`);
    codes.set(code.code, code);
  }
  for (const [code, { name }] of byProvider) {
    if (trusts.has(code)) continue;
    const filed = codes.get(code)?.name;
    if (filed === undefined) wrong.push(`${code} (${name}) is not classified`);
    else if (filed !== name) wrong.push(`${code} is filed as ${name}, classified as ${filed}`);
  }
  if (wrong.length > 0) throw new IngestRefusal(file, wrong.join("; "), null, "Provider Org Code");
  return codes;
}

function waitingTimesTable(
  known: Known,
  period: string,
  byProvider: ReadonlyMap<string, ProviderTally>,
  codes: ReadonlyMap<string, ClassifiedCode>,
): WaitingTimesTable {
  const filed = [...byProvider].filter(([code]) => codes.has(code)).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = filed.flatMap(([, { cells }]) => [...cells.values()]);
  const payers = [...new Set(all.map(({ payer }) => payer))].sort();
  const functions = [...new Set(all.map((cell) => cell.function))].sort();
  const providers = filed.map(([code, tally]): FiledProvider => {
    const healthBody = known.healthBodies.get(tally.healthBody) ?? null;
    const town = codes.get(code)?.site?.town ?? null;
    return {
      code,
      healthBody,
      town: town === null || healthBody === null ? null : known.findTown(town, healthBody),
      cells: [...tally.cells.values()]
        .map((cell) => toCell(payers.indexOf(cell.payer), functions.indexOf(cell.function), cell))
        .sort(([a, b], [c, d]) => a - c || b - d),
    };
  });
  return { period, payers, functions, providers };
}

function toCell(payer: number, treatment: number, cell: Counted): ProviderCell {
  return [payer, treatment, cell.admitted, cell["non-admitted"], cell.waiting, cell["new-periods"]];
}

function shareOfCareTable(
  { trusts, classification }: Known,
  period: string,
  byProvider: ReadonlyMap<string, ProviderTally>,
  codes: ReadonlyMap<string, ClassifiedCode>,
): ShareOfCareTable {
  const care = [...byProvider].flatMap(([code, tally]) => {
    const classified = codes.get(code);
    const form = classified && providerOf(classification, classified).legalForm;
    return careOf(tally, trusts.has(code) ? "nhs-trust" : (form ?? "unknown"));
  });
  return { period, payers: careByPayer(care) };
}

/** What one provider completed, as care of its kind. */
export function careOf({ cells }: ProviderTally, kind: CareKind): PaidCare[] {
  return [...cells.values()].map(({ payer, function: code, admitted, ...cell }) => ({
    payer,
    kind,
    function: code,
    admitted,
    nonAdmitted: cell["non-admitted"],
  }));
}
