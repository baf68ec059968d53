import { type CsvRow, readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

export const GP_CONTRACTS = ["GMS", "PMS", "APMS", "Unknown"] as const;

/** A practice in the yearly list of NHS payments, as far as contracts are concerned. */
export type GpPayment = {
  /** ODS code in that year; the practice may have another since. */
  code: string;
  /** In capitals, as given. */
  name: string;
  postcode: string;
  /** The type says how the contract was made, not who holds it. */
  contract: (typeof GP_CONTRACTS)[number];
  /** ISO day, where the entry had ended already. */
  closedOn: string | null;
};

const COLUMNS = [
  "Practice Code",
  "Practice Name",
  "Practice Postcode",
  "Practice Close Date",
  "Contract Type",
] as const;

/** A row that can be read, or why it cannot, with its code and name as they stand. */
export type GpPaymentRow = { payment: GpPayment } | { refusal: IngestRefusal; code: string; name: string };

/**
 * Reads "NHS Payments to General Practice": one row to a practice.
 * @throws IngestRefusal naming row and column.
 */
export function readGpPayments(file: string, text: string): GpPayment[] {
  return readGpPaymentRows(file, text).map((row) => {
    if ("refusal" in row) throw row.refusal;
    return row.payment;
  });
}

/** The same row by row. @throws IngestRefusal for what is no such file at all. */
export function readGpPaymentRows(file: string, text: string): GpPaymentRow[] {
  const seen = new Set<string>();
  return readCsvRows(file, text, COLUMNS).map((row): GpPaymentRow => {
    const { "Practice Code": code, "Practice Name": name } = row.cells;
    try {
      const payment = toPayment(file, row);
      if (seen.has(code))
        throw new IngestRefusal(file, `"${code}" is there twice`, row.line, "Practice Code");
      seen.add(code);
      return { payment };
    } catch (error) {
      if (!(error instanceof IngestRefusal)) throw error;
      return { refusal: error, code, name };
    }
  });
}

function toPayment(file: string, { line, cells }: CsvRow<(typeof COLUMNS)[number]>): GpPayment {
  const code = cells["Practice Code"];
  if (!/^[A-Z]\d{5}$/.test(code)) {
    throw new IngestRefusal(file, `"${code}" is not the code of a practice`, line, "Practice Code");
  }
  const contract = GP_CONTRACTS.find((type) => type === cells["Contract Type"]);
  if (!contract) {
    throw new IngestRefusal(
      file,
      `"${cells["Contract Type"]}" is not a contract type`,
      line,
      "Contract Type",
    );
  }
  const [, date, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cells["Practice Close Date"]) ?? [];
  if (cells["Practice Close Date"] !== "" && !year) {
    throw new IngestRefusal(
      file,
      `"${cells["Practice Close Date"]}" is not a day`,
      line,
      "Practice Close Date",
    );
  }
  return {
    code,
    name: cells["Practice Name"],
    postcode: cells["Practice Postcode"].replace(/\s+/g, " "),
    contract,
    closedOn: year ? `${year}-${month}-${date}` : null,
  };
}
