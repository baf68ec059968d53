import type {
  RegisteredCompany,
  RegisteredForm,
  RegisteredHolder,
} from "@/domain/registrations/registration";

/** What one row or entry of the regulator's files says of one location. No field can hold a name of a partnership or a person. */
export type CqcLocation = {
  /** Where it stands in the file: a line, or the place in a list. */
  line: number;
  locationId: string;
  /** ODS code; null where the file gives none. */
  code: string | null;
  /** ISO days; null where the file gives none. */
  registeredOn: string | null;
  endedOn: string | null;
  /** Who is registered; null where the file does not say what form they have. */
  holder: RegisteredHolder | null;
  /**
   * The regulator's number of who is registered, where the file does not tell their form: to be held against the organisations that
   * we know. It is stored nowhere, because it may be a person's.
   */
  providerId: string | null;
};

/** One of the regulator's files, read whole. */
export type CqcFile = {
  kind: "table" | "active" | "directory" | "api";
  /** The day of which it says that it speaks, ISO or a month; null where it does not say. */
  asOf: string | null;
  /** Whether what it does not have is registered no longer: lists of all that is active. */
  isComplete: boolean;
  locations: CqcLocation[];
  /** Companies House's of the companies among them: the project's own table has it. */
  companies: readonly RegisteredCompany[];
  /** Rows with a practice's code that cannot be read, with why. */
  unread: { line: number; why: string }[];
};

/** The regulator's words for who is registered. */
const FORMS: Readonly<Record<string, RegisteredForm>> = {
  organisation: "organisation",
  partnership: "partnership",
  individual: "individual",
  "nhs body": "nhs-body",
};

/** What is said of who is registered, as it comes. */
export type SaidHolder = {
  ownership: string;
  providerId: string;
  name: string;
  companyNumber: string;
  charityNumber: string;
  locationName: string;
};

/** Who is registered, with a name where it is an organisation's and with none where it is anybody else's. */
export function holderOf(said: SaidHolder): RegisteredHolder {
  const form = FORMS[said.ownership.trim().toLowerCase()] ?? "not-given";
  if (form !== "organisation") return { form };
  const providerId = said.providerId.trim();
  const name = said.name.replace(/\s+/g, " ").trim();
  // An organisation without a number or a name is none that anybody could look up.
  if (!isRegulatorNumber(providerId) || name === "") return { form: "not-given" };
  return {
    form,
    organisation: {
      providerId,
      name,
      companyNumber: companyNumberOf(said.companyNumber),
      charityNumber: said.charityNumber.trim().replace(/\.0$/, "") || null,
    },
    locationName: said.locationName.replace(/\s+/g, " ").trim(),
  };
}

/** Spreadsheets drop the noughts in front of a number at Companies House. */
function companyNumberOf(cell: string): string | null {
  const number = cell.trim().toUpperCase().replace(/\.0$/, "").replace(/\s/g, "");
  if (/^\d{1,8}$/.test(number)) return number.padStart(8, "0");
  return /^[A-Z]{2}\d{6}$/.test(number) ? number : null;
}

export const isRegulatorNumber = (text: string) => /^[A-Z0-9-]{3,20}$/.test(text);

/** ODS code of a practice; null for every other code. */
export function practiceCodeOf(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  return /^[A-Z]\d{5}$/.test(code) ? code : null;
}
