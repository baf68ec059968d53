import type { CareByPayer, CareCell, CareKind, OtherPayer } from "@/domain/figures/share-of-care";
import { treatmentFunction } from "@/domain/services/treatment-functions";
import { IngestRefusal } from "@/ingest/refusal";
import { type RttPart, type RttRow, TOTAL_FUNCTION } from "@/ingest/rtt-extract";
import {
  type Classification,
  type ClassifiedCode,
  providerOf,
} from "@/server/registers/waiting-times/classification";
import type {
  FiledProvider,
  ProviderCell,
  ShareOfCareTable,
  WaitingTimesTable,
} from "@/server/registers/waiting-times/tables";

/** Pathways by part: what England's totals are compared with. */
export type PartTotals = Record<RttPart, number>;

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
export type Known = {
  file: string;
  /** Codes of the register of trusts. */
  trusts: ReadonlySet<string>;
  /** ONS code of each integrated care board of today, by its ODS code. */
  boards: ReadonlyMap<string, string>;
  classification: Classification;
  /** Finds the town in a site's name within the board it is filed under. */
  findTown: (name: string, board: string) => Town;
};

/** Commissioners outside any board, by code; the names the file gives the first kind end in COMMISSIONING HUB. */
const REGIONS_OF_NHS_ENGLAND = /^Y(56|58|59|60|61|62|63)$/;
const NOT_NAMED = "NONC";

type Tally = { name: string; board: string; cells: Map<string, Counted> };
type Counted = { payer: string; function: string } & Record<RttPart, number>;

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
  const byProvider = new Map<string, Tally>();
  const totals = noPathways();
  const open = new Map<string, number>();
  let [count, period] = [0, ""];
  for await (const row of rows) {
    count += 1;
    if (period !== "" && row.period !== period)
      throw refusal(known, row, "Period", "a second month in one file");
    period = row.period;
    balance(open, row);
    if (row.functionCode === TOTAL_FUNCTION) continue;
    totals[row.part] += row.pathways;
    addTo(byProvider, row, payerOf(known, row));
  }
  for (const [key, rest] of open) {
    if (rest !== 0) throw new IngestRefusal(known.file, `${key}: the specialties do not come to the total`);
  }
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

function refusal(known: Known, { line }: RttRow, column: string, reason: string): IngestRefusal {
  return new IngestRefusal(known.file, reason, line, column);
}

function noPathways(): PartTotals {
  return { admitted: 0, "non-admitted": 0, waiting: 0, "waiting-with-decision": 0, "new-periods": 0 };
}

/** Rows add, their total takes away: nothing is left of a key whose rows come to its total. */
function balance(open: Map<string, number>, row: RttRow): void {
  const key = `${row.providerCode} for ${row.commissionerCode}, ${row.part}`;
  const sign = row.functionCode === TOTAL_FUNCTION ? -1 : 1;
  open.set(key, (open.get(key) ?? 0) + sign * row.pathways);
}

function payerOf(known: Known, row: RttRow): string {
  if (row.commissionerBoard !== "") {
    const board = known.boards.get(row.commissionerBoard);
    if (board !== undefined) return board;
    throw refusal(
      known,
      row,
      "Commissioner Parent Org Code",
      `"${row.commissionerBoard}" is no board of today`,
    );
  }
  const isHub = row.commissionerName.includes("COMMISSIONING HUB");
  if (isHub || REGIONS_OF_NHS_ENGLAND.test(row.commissionerCode)) return "nhs-england" satisfies OtherPayer;
  if (row.commissionerCode === NOT_NAMED) return "not-named" satisfies OtherPayer;
  throw refusal(known, row, "Commissioner Org Code", `nobody has looked at "${row.commissionerCode}" yet`);
}

function addTo(byProvider: Map<string, Tally>, row: RttRow, payer: string): void {
  const { providerCode, providerName: name, providerBoard: board, functionCode } = row;
  treatmentFunction(functionCode);
  const tally = byProvider.get(providerCode) ?? { name, board, cells: new Map<string, Counted>() };
  byProvider.set(providerCode, tally);
  const key = `${payer} ${functionCode}`;
  const cell = tally.cells.get(key) ?? { payer, function: functionCode, ...noPathways() };
  cell[row.part] += row.pathways;
  tally.cells.set(key, cell);
}

/** @throws IngestRefusal naming every code that is missing from the table, twice in it, or filed under another name. */
function classifiedCodes(
  { file, trusts, classification }: Known,
  byProvider: ReadonlyMap<string, Tally>,
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
  byProvider: ReadonlyMap<string, Tally>,
  codes: ReadonlyMap<string, ClassifiedCode>,
): WaitingTimesTable {
  const filed = [...byProvider].filter(([code]) => codes.has(code)).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = filed.flatMap(([, { cells }]) => [...cells.values()]);
  const payers = [...new Set(all.map(({ payer }) => payer))].sort();
  const functions = [...new Set(all.map((cell) => cell.function))].sort();
  const providers = filed.map(([code, tally]): FiledProvider => {
    const board = known.boards.get(tally.board) ?? null;
    const town = codes.get(code)?.site?.town ?? null;
    return {
      code,
      board,
      town: town === null || board === null ? null : known.findTown(town, board),
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
  byProvider: ReadonlyMap<string, Tally>,
  codes: ReadonlyMap<string, ClassifiedCode>,
): ShareOfCareTable {
  const byPayer = new Map<string, Map<string, CareCell>>();
  for (const [code, { cells }] of byProvider) {
    const classified = codes.get(code);
    const form = classified && providerOf(classification, classified).legalForm;
    const kind: CareKind = trusts.has(code) ? "nhs-trust" : (form ?? "unknown");
    for (const cell of cells.values()) {
      if (cell.admitted + cell["non-admitted"] === 0) continue;
      const of = byPayer.get(cell.payer) ?? new Map<string, CareCell>();
      byPayer.set(cell.payer, of);
      const key = `${kind} ${cell.function}`;
      const sum = of.get(key) ?? { kind, function: cell.function, admitted: 0, nonAdmitted: 0 };
      sum.admitted += cell.admitted;
      sum.nonAdmitted += cell["non-admitted"];
      of.set(key, sum);
    }
  }
  const payers = [...byPayer]
    .map(([payer, cells]): CareByPayer => ({ payer, cells: sorted(cells) }))
    .sort((a, b) => (a.payer < b.payer ? -1 : 1));
  return { period, payers };
}

function sorted(cells: ReadonlyMap<string, CareCell>): CareCell[] {
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
