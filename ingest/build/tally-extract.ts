import type { OtherPayer } from "@/domain/figures/share-of-care";
import { TREATMENT_FUNCTIONS } from "@/domain/services/treatment-functions";
import { IngestRefusal } from "@/ingest/refusal";
import { type RttPart, type RttRow, TOTAL_FUNCTION } from "@/ingest/rtt-extract";

/** Pathways by part: what England's totals are compared with. */
export type PartTotals = Record<RttPart, number>;

export type TallyContext = {
  file: string;
  /** ONS code of each integrated care board of today, by its ODS code. */
  healthBodies: ReadonlyMap<string, string>;
};

/** Commissioners outside any health body, by code; the names the file gives the first kind end in COMMISSIONING HUB. */
const REGIONS_OF_NHS_ENGLAND = /^Y(56|58|59|60|61|62|63)$/;
const NOT_NAMED = "NONC";

/** What one provider did: its name as filed, the ODS code of its health body, and its pathways by payer and function. */
export type ProviderTally = { name: string; healthBody: string; cells: Map<string, Counted> };
export type Counted = { payer: string; function: string } & Record<RttPart, number>;

/** An extract added up by provider, before anybody asks who a provider is. */
export type TalliedExtract = {
  /** "2026-04" */
  period: string;
  byProvider: Map<string, ProviderTally>;
  rows: number;
  totals: PartTotals;
};

/**
 * Adds an extract up by provider, payer and treatment function. Rows of the total function are compared with the sum of the
 * others and then left out.
 * @throws IngestRefusal for a commissioner or treatment function that is new, a second month, and a total that its rows do
 * not come to.
 */
export async function tallyExtract(
  rows: AsyncIterable<RttRow> | Iterable<RttRow>,
  known: TallyContext,
): Promise<TalliedExtract> {
  const byProvider = new Map<string, ProviderTally>();
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
    if (TREATMENT_FUNCTIONS[row.functionCode] === undefined)
      throw refusal(known, row, "Treatment Function Code", `nobody has looked at "${row.functionCode}" yet`);
    totals[row.part] += row.pathways;
    addTo(byProvider, row, payerOf(known, row));
  }
  for (const [key, rest] of open) {
    if (rest !== 0) throw new IngestRefusal(known.file, `${key}: the specialties do not come to the total`);
  }
  return { period, byProvider, rows: count, totals };
}

function refusal(known: TallyContext, { line }: RttRow, column: string, reason: string): IngestRefusal {
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

function payerOf(known: TallyContext, row: RttRow): string {
  if (row.commissionerHealthBody !== "") {
    const healthBody = known.healthBodies.get(row.commissionerHealthBody);
    if (healthBody !== undefined) return healthBody;
    throw refusal(
      known,
      row,
      "Commissioner Parent Org Code",
      `"${row.commissionerHealthBody}" is no health body of today`,
    );
  }
  const isHub = row.commissionerName.includes("COMMISSIONING HUB");
  if (isHub || REGIONS_OF_NHS_ENGLAND.test(row.commissionerCode)) return "nhs-england" satisfies OtherPayer;
  if (row.commissionerCode === NOT_NAMED) return "not-named" satisfies OtherPayer;
  throw refusal(known, row, "Commissioner Org Code", `nobody has looked at "${row.commissionerCode}" yet`);
}

function addTo(byProvider: Map<string, ProviderTally>, row: RttRow, payer: string): void {
  const { providerCode, providerName: name, providerHealthBody: healthBody, functionCode } = row;
  const tally = byProvider.get(providerCode) ?? { name, healthBody, cells: new Map<string, Counted>() };
  byProvider.set(providerCode, tally);
  const key = `${payer} ${functionCode}`;
  const cell = tally.cells.get(key) ?? { payer, function: functionCode, ...noPathways() };
  cell[row.part] += row.pathways;
  tally.cells.set(key, cell);
}
