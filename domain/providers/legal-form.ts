import { isOneOf } from "@/domain/lists/is-one-of";

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
  /** Only where a source says so: a name and a type do not tell who holds a company's shares, or that it has none. */
  "guarantee-company",
  "employee-owned-company",
  /** A co-operative or a community benefit society, where the source does not say which (docs/decisions/0103). */
  "registered-society",
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/**
 * What kind of organisation runs a service. `private-sector` is for a source that says "privately run" and no more:
 * "privately run, name not known" is a full answer, stored without a provider.
 */
export const PROVIDER_KINDS = [...LEGAL_FORMS, "private-sector"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/**
 * What kind of organisation runs a service: the provider's legal form, else what a source calls the operator. A company
 * whose operator a source calls the NHS's, or which sources say belongs to an NHS body, however many companies stand between,
 * is one that the NHS owns: what it is in law does not say who owns it, and it is never outside the NHS. `kindInForce`
 * (db/queries/counts-under.ts) says the same in SQL.
 * @param above the legal form of the NHS body or company of one that it belongs to, at any step; `nhsAbove` finds it.
 */
export function kindOfRunner(
  legalForm: LegalForm | null,
  saidOfOperator: ProviderKind | null,
  above: LegalForm | null = null,
): ProviderKind | null {
  const isOfNhs = saidOfOperator === "nhs-owned-company" || isOfTheNhs(above);
  if (isOfNhs && legalForm !== "nhs-body") return "nhs-owned-company";
  return legalForm ?? saidOfOperator;
}

const isOfTheNhs = (form: LegalForm | null) => form === "nhs-body" || form === "nhs-owned-company";

/**
 * The kinds outside the NHS, in the order in which a definition names them: what a reader can switch on and off.
 * `not-known` stands for an organisation whose kind no source gives: it may turn out to be part of the NHS, so it is in
 * no preset, and pages name it beside the count. GP partnerships, NHS bodies and companies that the NHS owns are not
 * outsourced (docs/how-we-count.md), so no definition counts them.
 */
export const COUNTED_KINDS = [
  "company",
  "guarantee-company",
  "employee-owned-company",
  "community-interest-company",
  "private-sector",
  "charity",
  "community-benefit-society",
  "registered-society",
  "partnership",
  "university",
  "council",
  "not-known",
] as const satisfies readonly (ProviderKind | "not-known")[];
export type CountedKind = (typeof COUNTED_KINDS)[number];

/**
 * Definitions with a name of their own. "Companies" is what an organisation's name and type say: no list here has
 * checked who holds the shares.
 */
export const PRESETS = ["outside-the-nhs", "companies-by-type"] as const;
export type Preset = (typeof PRESETS)[number];

declare const chosen: unique symbol;
/** The canonical slug of kinds that a reader chose, such as `charity_university`; only `definitionOf` makes one. */
export type ChosenKinds = string & { readonly [chosen]: true };

/**
 * Which kinds count, as the one slug that stands for them in addresses, cache keys and frozen figures. It belongs to
 * every count; the reader can change it. Equal sets have equal slugs.
 */
export type Definition = Preset | ChosenKinds;
export const DEFAULT_DEFINITION: Definition = "outside-the-nhs";

const PRESET_KINDS: Record<Preset, readonly CountedKind[]> = {
  "outside-the-nhs": COUNTED_KINDS.filter((kind) => kind !== "not-known"),
  "companies-by-type": ["company", "private-sector"],
};

/**
 * What a preset was called while it held something else (community interest companies too). The old name leads to the
 * new one and is never used again, so that a number that was quoted under it is not taken for another one.
 */
const FORMER_PRESETS: ReadonlyMap<string, Preset> = new Map([["companies", "companies-by-type"]]);

/** Neither a kind nor an address has it otherwise, and it is never escaped. */
const BETWEEN_KINDS = "_";

/** The definition that counts these kinds. None at all is no choice: the usual definition. */
export function definitionOf(kinds: Iterable<CountedKind>): Definition {
  const wanted = new Set(kinds);
  const slug = slugOf(COUNTED_KINDS.filter((kind) => wanted.has(kind)));
  if (slug === "") return DEFAULT_DEFINITION;
  return PRESETS.find((preset) => slugOf(PRESET_KINDS[preset]) === slug) ?? (slug as ChosenKinds);
}

/**
 * The definition that a slug from an address means: in any order, twice, or with parts that are no kinds, which are
 * left out. It is canonical when what comes back equals what was given; anything else is redirected there.
 */
export function readDefinition(slug: string): Definition {
  const preset = PRESETS.find((known) => known === slug) ?? FORMER_PRESETS.get(slug);
  return preset ?? definitionOf(slug.split(BETWEEN_KINDS).filter(isCountedKind));
}

/** Whether a preset was called so before; its address leads to today's. */
export function isFormerPreset(slug: string): boolean {
  return FORMER_PRESETS.has(slug);
}

export function isCountedKind(value: unknown): value is CountedKind {
  return isOneOf(COUNTED_KINDS, value);
}

/** Whether the definition is one that readers put together themselves. */
export function isChosen(definition: Definition): definition is ChosenKinds {
  return !isOneOf(PRESETS, definition);
}

/** The kinds that count, in their order. */
export function kindsOf(definition: Definition): readonly CountedKind[] {
  if (!isChosen(definition)) return PRESET_KINDS[definition];
  const parts = new Set<string>(definition.split(BETWEEN_KINDS));
  return COUNTED_KINDS.filter((kind) => parts.has(kind));
}

/** An organisation of unknown kind that the definition leaves out: named beside the count, never in it. */
export function isUnknownBeside(kind: ProviderKind | null, definition: Definition): boolean {
  return kind === null && !countsAs(kind, definition);
}

/** Asked for each of thousands of services; there are no more definitions than sets of kinds (4,095). */
const kindSets = new Map<Definition, ReadonlySet<string>>();

/**
 * Does a service run by this kind count under the definition?
 * @param kind null, or "not-known" as the map has it, when no source says what the organisation is.
 */
export function countsAs(kind: ProviderKind | CountedKind | null, definition: Definition): boolean {
  let kinds = kindSets.get(definition);
  if (!kinds) {
    kinds = new Set(kindsOf(definition));
    kindSets.set(definition, kinds);
  }
  return kinds.has(kind ?? "not-known");
}

/**
 * Is a service listed on the page of one record (a place, an organisation) under the definition? Under the usual one
 * everything we know of the record stands there; a reader who chose other kinds sees those alone.
 */
export function isListedUnder(kind: ProviderKind | CountedKind | null, definition: Definition): boolean {
  return definition === DEFAULT_DEFINITION || countsAs(kind, definition);
}

/** The definition that counts all kinds that are listed on the page of one record and that the map has. */
export function listedKinds(definition: Definition): Definition {
  return definitionOf(COUNTED_KINDS.filter((kind) => isListedUnder(kind, definition)));
}

function slugOf(kinds: readonly CountedKind[]): string {
  return kinds.join(BETWEEN_KINDS);
}
