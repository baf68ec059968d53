import type { Db } from "@/db/client";
import { findProvidersForImport } from "@/db/queries/imports-known";
import { findProvidersByNumber } from "@/db/queries/providers-by-number";
import { matchProvider } from "@/domain/imports/provider-match";
import { bareName, looseName } from "@/domain/imports/provider-name";
import type { RegisteredOrganisation } from "@/domain/registrations/registration";

/** The providers of ours that an organisation of the register can be. */
export type StoredOrganisations = {
  ofNumber: (organisation: RegisteredOrganisation) => string | undefined;
  /**
   * Of its name, but for what it is in law ("Omnes Healthcare" for Omnes Healthcare Ltd), with no other company's number; never where the names
   * say that they are different in law, or where it could be several.
   */
  ofName: (organisation: RegisteredOrganisation) => string | undefined;
};

export async function findStoredOrganisations(
  db: Db,
  organisations: readonly RegisteredOrganisation[],
): Promise<StoredOrganisations> {
  const byNumber = await findProvidersByNumber(
    db,
    organisations.flatMap(({ companyNumber }) => companyNumber ?? []),
  );
  const names = new Set(organisations.map(({ name }) => looseName(name)));
  const found = await findProvidersForImport(db, [...names]);
  return {
    ofNumber: ({ companyNumber }) => byNumber.get(companyNumber ?? ""),
    ofName: ({ name, companyNumber }) => {
      const fits = (number: string | null) =>
        number === null || companyNumber === null || number === companyNumber;
      const bare = bareName(name);
      const known = found.filter((one) => fits(one.companyNumber) && bareName(one.name) === bare);
      const match = matchProvider(name, known);
      return match.kind === "same" || match.kind === "alike" ? match.provider.id : undefined;
    },
  };
}
