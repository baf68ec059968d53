/** What an organisation is in law: a sourced fact of its own, apart from who owns it. */
export const LEGAL_FORMS = [
  "company",
  "community-interest-company",
  "charity",
  "community-benefit-society",
  "partnership",
  "gp-partnership",
  "university",
  "council",
  "nhs-body",
  "nhs-owned-company",
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/**
 * What kind of organisation runs a service. `private-sector` is for a source that says "privately run" and no more:
 * "privately run, name not known" is a full answer, stored without a provider.
 */
export const PROVIDER_KINDS = [...LEGAL_FORMS, "private-sector"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** A definition says which kinds count. It belongs to every count; the reader can change it. */
export const DEFINITIONS = ["outside-the-nhs", "companies"] as const;
export type Definition = (typeof DEFINITIONS)[number];
export const DEFAULT_DEFINITION: Definition = "outside-the-nhs";

const INSIDE_THE_NHS: ReadonlySet<ProviderKind> = new Set([
  "nhs-body",
  "nhs-owned-company",
  "gp-partnership",
]);
const COMPANIES: ReadonlySet<ProviderKind> = new Set([
  "company",
  "community-interest-company",
  "private-sector",
]);

/**
 * Does a service run by this kind count under the definition?
 * @param kind null when no source says what the organisation is: counted as outside the NHS (a source says that
 * somebody outside runs it, or it would not be a record), never as a company.
 */
export function countsAs(kind: ProviderKind | null, definition: Definition): boolean {
  if (definition === "companies") return kind !== null && COMPANIES.has(kind);
  return kind === null || !INSIDE_THE_NHS.has(kind);
}
