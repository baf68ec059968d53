import type { RegisteredOrganisations } from "@/db/reference/registered-organisations";
import { starterId } from "@/db/seed/starter/starter-id";
import type { ClaimField } from "@/domain/claims/claim";
import type { LegalForm } from "@/domain/providers/legal-form";
import { slugOf } from "@/domain/records/slug";
import {
  type CompanyStatus,
  type CompanyType,
  numberOfOrganisation,
  type RegisteredCompany,
  type RegisteredOrganisation,
} from "@/domain/registrations/registration";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import type { RegistrationSource } from "./registration-sources";

/** What an organisation's drafts are made from. */
export type OrganisationContext = {
  register: RegistrationSource;
  companies: ReadonlyMap<string, RegisteredCompany>;
  companiesSource: RegistrationSource;
  reviewed: RegisteredOrganisations;
  evidence: ReadonlyMap<string, RegistrationSource>;
  /** The provider that is stored with this company number or under this name; undefined for one that is new. */
  storedProvider: (organisation: RegisteredOrganisation) => string | undefined;
  /** Stored providers of which no source says what they are in law. */
  withoutForm: ReadonlySet<string>;
};

export const organisationKey = (organisation: RegisteredOrganisation) =>
  `provider/cqc/${numberOfOrganisation(organisation)}`;

/** The record of an organisation of the register: the one that is stored, else one of its own, the same in every installation. */
export function organisationIdOf(
  organisation: RegisteredOrganisation,
  { storedProvider }: Pick<OrganisationContext, "storedProvider">,
): string {
  return storedProvider(organisation) ?? starterId(organisationKey(organisation));
}

/**
 * What Companies House's type is in law. A converted company and a royal charter are left open: the type does not tell. A registered
 * society is a form of its own, because the type does not tell which of the two kinds of society it is (docs/decisions/0103).
 */
const FORM_OF_TYPE: Partial<Record<CompanyType, LegalForm>> = {
  company: "company",
  "community-interest-company": "community-interest-company",
  "guarantee-company": "guarantee-company",
  "limited-liability-partnership": "partnership",
  "registered-society": "registered-society",
};

/** What an organisation is in law, by the review or by Companies House; undefined where neither tells. */
export function formOfOrganisation(
  { providerId, companyNumber }: RegisteredOrganisation,
  { reviewed, companies }: Pick<OrganisationContext, "reviewed" | "companies">,
): LegalForm | undefined {
  const type = companies.get(companyNumber ?? "")?.type;
  return reviewed.organisations[providerId]?.legalForm ?? (type && FORM_OF_TYPE[type]);
}

/** One organisation with what sources say of it: name, numbers, type, and who owns it where a source says so. */
export function organisationDraft(
  organisation: RegisteredOrganisation,
  context: OrganisationContext,
): RecordDraft {
  const { register, companies, companiesSource, reviewed, evidence } = context;
  const { providerId, name, companyNumber } = organisation;
  const key = organisationKey(organisation);
  const claims: ClaimDraft[] = [];
  const claim = (field: ClaimField, value: unknown, source: RegistrationSource, says: string) =>
    claims.push({
      id: starterId(`${key}#${field}#${JSON.stringify(value)}#${source.row.sourceKey}`),
      field,
      value,
      sourceId: source.row.id,
      says,
      confirmedOn: source.confirmedOn,
    });
  const stored = context.storedProvider(organisation);
  const registered = `Lists ${name} as registered to provide care at a GP practice.`;
  if (stored === undefined) claim("name", name, register, registered);
  claim("regulator-number", providerId, register, `Gives ${name} the number ${providerId}.`);
  if (companyNumber !== null)
    claim(
      "companies-house-number",
      companyNumber,
      register,
      `Gives the number ${companyNumber} at Companies House.`,
    );
  const review = reviewed.organisations[providerId];
  const said = (from: { source: string; says: string } | undefined) => {
    const source = from && evidence.get(from.source);
    return from && source ? { source, says: from.says } : null;
  };
  const company = companies.get(companyNumber ?? "");
  const form = company && FORM_OF_TYPE[company.type];
  const reviewedForm = said(review?.legalFormEvidence);
  if (review?.legalForm && reviewedForm)
    claim("legal-form", review.legalForm, reviewedForm.source, reviewedForm.says);
  else if (form && (stored === undefined || context.withoutForm.has(stored)))
    claim("legal-form", form, companiesSource, `Lists ${company.name} as ${IN_WORDS[form] ?? form}.`);
  if (company && company.status !== "not-given")
    claim(
      "company-status",
      { status: company.status, ceased: company.ceased },
      companiesSource,
      `Lists ${company.name} as ${STATUS_IN_WORDS[company.status]}.`,
    );
  const owned = said(review?.ownerEvidence);
  if (review?.ownerClass && owned) {
    claim("owner-class", review.ownerClass, owned.source, owned.says);
    if (review.owners) claim("owners", review.owners, owned.source, owned.says);
  }
  return {
    recordType: "provider",
    recordId: organisationIdOf(organisation, context),
    claims,
    create:
      stored === undefined ? { slug: slugOf(name), visibility: "published", sourceKey: key } : undefined,
  };
}

const STATUS_IN_WORDS: Record<Exclude<CompanyStatus, "not-given">, string> = {
  active: "active",
  dissolved: "dissolved",
  liquidation: "in liquidation",
  administration: "in administration",
  "converted-closed": "converted or closed",
};

const IN_WORDS: Partial<Record<LegalForm, string>> = {
  company: "a private limited company",
  "community-interest-company": "a community interest company",
  "guarantee-company": "a company limited by guarantee",
  partnership: "a limited liability partnership",
  "registered-society": "a registered society",
};
