import { plainName } from "@/domain/names/plain-name";

/** As what a regulator's register has a provider: its form there, which says nothing of who owns it. New ones go to the end. */
export const REGISTERED_FORMS = [
  "partnership",
  "individual",
  "organisation",
  "nhs-body",
  "not-given",
] as const;
export type RegisteredForm = (typeof REGISTERED_FORMS)[number];

/** An organisation in the regulator's register. */
export type RegisteredOrganisation = {
  /** The regulator's number of it, such as 1-2243873064. */
  providerId: string;
  name: string;
  /** At Companies House, eight letters and figures; null where the register gives none. */
  companyNumber: string | null;
  charityNumber: string | null;
};

/**
 * Who was registered on a day to provide care at a practice. Only an organisation has a name here: that of a partnership or a
 * person can be personal data, so there is no field that could hold it.
 */
export type Registration = {
  /** The regulator's number of the location; its page has it as its address. */
  locationId: string;
  /** ODS code of the practice. */
  code: string;
  /** ISO day. */
  registeredOn: string;
} & RegisteredHolder;

/**
 * What tells one organisation from another: the company, whatever number the regulator gives it from one registration to the next, else
 * that number.
 */
export function numberOfOrganisation({ companyNumber, providerId }: RegisteredOrganisation): string {
  return companyNumber ?? providerId;
}

/**
 * The same registrations; where one has an organisation without a company number, and all others of exactly its name have one and the same,
 * it has that number too: no two companies bear one name at a time.
 */
export function withNumbersByName(registrations: readonly Registration[]): Registration[] {
  const numbers = new Map<string, Set<string>>();
  for (const one of registrations) {
    if (one.form !== "organisation" || one.organisation.companyNumber === null) continue;
    const name = plainName(one.organisation.name);
    numbers.set(name, (numbers.get(name) ?? new Set()).add(one.organisation.companyNumber));
  }
  return registrations.map((one) => {
    if (one.form !== "organisation" || one.organisation.companyNumber !== null) return one;
    const [companyNumber, ...more] = numbers.get(plainName(one.organisation.name)) ?? [];
    if (companyNumber === undefined || more.length > 0) return one;
    return { ...one, organisation: { ...one.organisation, companyNumber } };
  });
}

/** A registration with what its run is told by. */
export function inARun<T extends Registration>(one: T): T & { provider: string | null } {
  return { ...one, provider: one.form === "organisation" ? numberOfOrganisation(one.organisation) : null };
}

export type RegisteredHolder =
  | { form: Exclude<RegisteredForm, "organisation"> }
  | { form: "organisation"; organisation: RegisteredOrganisation; locationName: string };

/** What Companies House says a company is. */
export const COMPANY_TYPES = [
  "company",
  "community-interest-company",
  "guarantee-company",
  "limited-liability-partnership",
  "registered-society",
  "royal-charter",
  "converted-or-closed",
] as const;
export type CompanyType = (typeof COMPANY_TYPES)[number];

export const COMPANY_STATUSES = [
  "active",
  "dissolved",
  "liquidation",
  "administration",
  "converted-closed",
  "not-given",
] as const;
export type CompanyStatus = (typeof COMPANY_STATUSES)[number];

/** A company behind a registration, without its owners: the list of companies does not have them. */
export type RegisteredCompany = {
  number: string;
  name: string;
  type: CompanyType;
  status: CompanyStatus;
  /** ISO days; `ceased` is null while it goes on. */
  created: string | null;
  ceased: string | null;
};
