import {
  COMPANY_STATUSES,
  type CompanyStatus,
  type CompanyType,
  type RegisteredCompany,
} from "@/domain/registrations/registration";
import { type CsvRow, readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

const COLUMNS = ["company_number", "name", "type", "subtype", "status", "created", "ceased"] as const;

/** What Companies House calls a company, and what it is here. */
const TYPES: Readonly<Record<string, CompanyType>> = {
  ltd: "company",
  llp: "limited-liability-partnership",
  "private-limited-guarant-nsc": "guarantee-company",
  "private-limited-guarant-nsc-limited-exemption": "guarantee-company",
  "registered-society-non-jurisdictional": "registered-society",
  "royal-charter": "royal-charter",
  "converted-or-closed": "converted-or-closed",
};

/**
 * Reads what Companies House has of the companies that are registered for GP practices. It has no owners.
 * @throws IngestRefusal naming row and column.
 */
export function readCompanies(file: string, text: string): RegisteredCompany[] {
  return readCsvRows(file, text, COLUMNS).map((row) => toCompany(file, row));
}

function toCompany(file: string, { line, cells }: CsvRow<(typeof COLUMNS)[number]>): RegisteredCompany {
  const refuse = (column: keyof typeof cells, what: string): never => {
    throw new IngestRefusal(file, `"${cells[column]}" is not ${what}`, line, column);
  };
  if (!/^[A-Z0-9]{8}$/.test(cells.company_number)) refuse("company_number", "a number of Companies House");
  const type = TYPES[cells.type] ?? refuse("type", "a type of company");
  const isCic = cells.subtype === "community-interest-company";
  if (cells.subtype !== "" && !isCic) refuse("subtype", "a subtype of company");
  for (const column of ["created", "ceased"] as const)
    if (!/^(?:\d{4}-\d{2}-\d{2})?$/.test(cells[column])) refuse(column, "a day");
  return {
    number: cells.company_number,
    name: cells.name,
    type: isCic ? "community-interest-company" : type,
    status: statusOf(cells.status) ?? refuse("status", "a status of a company"),
    created: cells.created || null,
    ceased: cells.ceased || null,
  };
}

function statusOf(cell: string): CompanyStatus | undefined {
  return cell === "" ? "not-given" : COMPANY_STATUSES.find((status) => status === cell);
}
