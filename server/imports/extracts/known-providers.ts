import type { Db } from "@/db/client";
import { findLegalForms } from "@/db/queries/extracts";
import { findProvidersForImport } from "@/db/queries/imports-known";
import { matchProvider } from "@/domain/imports/provider-match";
import { looseName } from "@/domain/imports/provider-name";
import type { KnownProviders } from "@/server/imports/extracts/reviewed-code";

/** The organisations that we have of these names, but for what they are in law, fetched for all of them at once. */
export async function findKnownProviders(db: Db, names: readonly string[]): Promise<KnownProviders> {
  const found = await findProvidersForImport(db, [...new Set(names.map(looseName))]);
  const forms = await findLegalForms(
    db,
    found.map(({ id }) => id),
  );
  const of = (name: string, held: boolean) =>
    found.filter((one) => one.isHeld === held && looseName(one.name) === looseName(name));
  return {
    match: (name) => matchProvider(name, of(name, false)),
    isHeld: (name) => of(name, true).length > 0,
    formOf: (id) => forms.get(id) ?? null,
  };
}
