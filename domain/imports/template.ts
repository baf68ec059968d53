import { toCsv } from "@/domain/csv-out";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";

/** Headings that the guess of columns understands, and one row that can be imported as it stands. */
const EXAMPLE: Record<ImportColumn, string> = {
  place: "Example Eye Clinic",
  address: "1 Example Street",
  town: "Carlisle",
  postcode: "CA2 7HY",
  latitude: "",
  longitude: "",
  "place-kind": "clinic",
  "register-code": "",
  category: "eye care",
  provider: "Example Eyes Ltd",
  "provider-kind": "company",
  commissioner: "",
  "contract-type": "",
  "contract-reference": "",
  "contract-starts": "",
  "contract-ends": "",
  "contract-value": "",
  status: "operating",
  "started-on": "2024-03",
  note: "Says that Example Eyes Ltd runs the clinic.",
  key: "1",
};

/** The template as a CSV file: a heading for every column, and an example to write over. */
export function templateCsv(): string {
  const headings = IMPORT_COLUMNS.map((column) => column.replaceAll("-", " "));
  return toCsv([headings, IMPORT_COLUMNS.map((column) => EXAMPLE[column])]);
}
