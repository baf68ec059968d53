import { type Classification, type ClassifiedCode, providerOf } from "@/db/reference/provider-classification";
import { CARE_KINDS, type CareKind } from "@/domain/figures/share-of-care";

/** How many of each kind: organisations, the codes they are filed under, and how many of those are places of care. */
export type KindFigures = { kind: CareKind; organisations: number; codes: number; sites: number };

const WORDS: Record<CareKind, string> = {
  "nhs-trust": "NHS trust",
  company: "company",
  "community-interest-company": "community interest company",
  charity: "charity",
  "community-benefit-society": "community benefit society",
  partnership: "partnership",
  "gp-partnership": "GP partnership",
  university: "university",
  council: "council",
  "nhs-body": "NHS body under another code",
  "nhs-owned-company": "company owned by the NHS",
  "guarantee-company": "company limited by guarantee",
  "employee-owned-company": "company owned by its employees",
  "registered-society": "registered society",
  unknown: "not known",
};

/** Counts a classification by legal form, in the order of `CARE_KINDS`; kinds without a code are left out. */
export function figuresByKind(classification: Classification): KindFigures[] {
  const byKind = new Map<CareKind, ClassifiedCode[]>();
  for (const code of classification.codes) {
    const kind = providerOf(classification, code).legalForm ?? "unknown";
    byKind.set(kind, [...(byKind.get(kind) ?? []), code]);
  }
  return CARE_KINDS.flatMap((kind) => {
    const codes = byKind.get(kind);
    if (codes === undefined) return [];
    return {
      kind,
      organisations: new Set(codes.map(({ provider }) => provider)).size,
      codes: codes.length,
      sites: codes.filter(({ role }) => role === "site").length,
    };
  });
}

/** The table of `docs/data-sources.md`, as Markdown. */
export function classificationTable(classification: Classification): string {
  const figures = figuresByKind(classification);
  const sum = (pick: (row: KindFigures) => number) => figures.reduce((total, row) => total + pick(row), 0);
  const rows = figures.map(
    ({ kind, organisations, codes, sites }) => `| ${WORDS[kind]} | ${organisations} | ${codes} | ${sites} |`,
  );
  return [
    "| legal form | organisations | codes | of them sites |",
    "|---|---|---|---|",
    ...rows,
    `| all | ${sum((row) => row.organisations)} | ${sum((row) => row.codes)} | ${sum((row) => row.sites)} |`,
  ].join("\n");
}

/** Codes by organisation, largest first: "SpaMedica 69, Circle Health Group 45 …", those with at least `least`. */
export function largestProviders(classification: Classification, least: number): string {
  const codes = new Map<string, number>();
  for (const code of classification.codes) {
    const { name } = providerOf(classification, code);
    codes.set(name, (codes.get(name) ?? 0) + 1);
  }
  return [...codes]
    .filter(([, count]) => count >= least)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
