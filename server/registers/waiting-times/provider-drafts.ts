import type { Classification, ClassifiedCode } from "@/db/reference/provider-classification";
import type { FiledProvider, WaitingTimesTable } from "@/db/reference/waiting-times-table";
import { starterId } from "@/db/seed/starter/starter-id";
import { slugOf } from "@/domain/records/slug";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { paidBy, sumsOf } from "./pathway-sums";
import { claimMaker, countsOfMonth, inEnglish, type Refs } from "./waiting-claims";
import { EXTRACT } from "./waiting-sources";

type Evidence = { source: string; says: string };

export type ProviderContext = {
  classification: Classification;
  refs: Refs;
  /** The id of a provider that is stored under this name; undefined for one that is new. */
  storedProvider: (name: string) => string | undefined;
};

/** The record of an organisation: the one that is stored under its name, else one of its own. */
export function providerIdOf(key: string, { classification, storedProvider }: ProviderContext): string {
  const name = classification.providers[key]?.name;
  if (name === undefined) throw new Error(`no provider "${key}" in the classification`);
  return storedProvider(name) ?? starterId(recordKey(key));
}

const recordKey = (key: string) => `provider/waiting-times/${key}`;

/** One organisation with what sources say of it: name, legal form, owners, parent, what it is. */
export function providerDraft(key: string, context: ProviderContext): RecordDraft {
  const { classification, refs } = context;
  const provider = classification.providers[key];
  if (provider === undefined) throw new Error(`no provider "${key}" in the classification`);
  const claim = claimMaker("provider", recordKey(key), refs);
  const named = nameEvidence(key, classification);
  const claims: ClaimDraft[] = [claim("name", provider.name, named.source, named.says)];
  const { legalForm, legalFormEvidence: form, owners, ownersEvidence: owned, about } = provider;
  if (legalForm !== null && form) claims.push(claim("legal-form", legalForm, form.source, form.says));
  if (owners !== null && owned) claims.push(claim("owners", owners, owned.source, owned.says));
  if (provider.parent !== undefined && provider.parentEvidence) {
    const { source, says } = provider.parentEvidence;
    claims.push(claim("parent", { providerId: providerIdOf(provider.parent, context) }, source, says));
  }
  if (about !== undefined && provider.aboutEvidence) {
    claims.push(claim("about", about, provider.aboutEvidence.source, provider.aboutEvidence.says));
  }
  return {
    recordType: "provider",
    recordId: providerIdOf(key, context),
    create: { slug: slugOf(provider.name), visibility: "published", sourceKey: recordKey(key) },
    claims,
  };
}

/** What says what it is called: the source of its form, else a row that is filed under it, else its subsidiary's. */
function nameEvidence(key: string, { providers, codes }: Classification): Evidence {
  const own =
    providers[key]?.legalFormEvidence ?? codes.find((code) => code.provider === key)?.operatorEvidence;
  const child = Object.values(providers).find(({ parent }) => parent === key)?.parentEvidence;
  const evidence = own ?? child;
  if (evidence === undefined) throw new Error(`nothing says what "${key}" is called`);
  return evidence;
}

/** What a provider's codes without a place of care did in the month: numbers of the organisation, and of no service. */
export function withoutPlaceClaims(
  key: string,
  filed: readonly { code: ClassifiedCode; provider: FiledProvider }[],
  { period }: Pick<WaitingTimesTable, "period">,
  refs: Refs,
): ClaimDraft[] {
  const sums = sumsOf(filed.flatMap(({ provider }) => provider.cells));
  if (Object.values(sums).every((number) => number === 0)) return [];
  const claim = claimMaker("provider", recordKey(key), refs);
  const names = filed.map(({ code }) => `${code.name} (${code.code})`).join(", ");
  const says = `${countsOfMonth(sums)} All of it by ${names}, which it gives no place of care.`;
  return [claim("waiting-times", { key: period, ...sums }, EXTRACT, says.slice(0, 600))];
}

/** Who paid for treatment that a provider's codes without a place of care completed: facts of the organisation. */
export function paidForClaims(
  key: string,
  filed: readonly { code: ClassifiedCode; provider: FiledProvider }[],
  table: WaitingTimesTable,
  areaIdOf: (healthBody: string) => string,
  refs: Refs,
): ClaimDraft[] {
  const claim = claimMaker("provider", recordKey(key), refs);
  const names = filed.map(({ code }) => `${code.name} (${code.code})`).join(", ");
  const cells = filed.flatMap(({ provider }) => provider.cells);
  return paidBy(table, cells).map(({ healthBody, completed }) => {
    const areaId = areaIdOf(healthBody);
    const value = { key: `${areaId}/${table.period}`, areaId, month: table.period, completed };
    const says = `Counts ${inEnglish(completed)} treatments completed for patients of this board by ${names}, which it gives no place of care.`;
    return claim("paid-for-by", value, EXTRACT, says.slice(0, 600));
  });
}
