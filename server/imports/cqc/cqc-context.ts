import type { Db } from "@/db/client";
import { findNamesOf } from "@/db/queries/batch-records";
import { listDismissed } from "@/db/queries/proposals";
import { listOwnerClasses } from "@/db/queries/providers-without-form";
import { readOrganisations } from "@/db/reference/registered-organisations";
import { unpackRegistrations } from "@/db/reference/registration-table";
import type { LegalForm } from "@/domain/providers/legal-form";
import type { OwnerClass } from "@/domain/providers/owner-class";
import type { RegisteredCompany, Registration } from "@/domain/registrations/registration";
import type { SaidRegistration } from "@/domain/registrations/said";
import type { CqcItem } from "@/server/imports/cqc/cqc-item";
import { findHeldRegister, type HeldRegister } from "@/server/imports/cqc/held";
import type { OrganisationContext } from "@/server/registers/registrations/organisation-drafts";
import type {
  RegisteredPlace,
  StoredForRegistrations,
} from "@/server/registers/registrations/registration-drafts";
import { newestEdition, sourceOfEdition } from "@/server/registers/registrations/registration-edition";
import { companiesSource, evidenceSources } from "@/server/registers/registrations/registration-sources";
import { findStoredForRegistrations } from "@/server/registers/registrations/stored-practices";

/** All that an edition of the regulator's register is held against. */
export type CqcContext = OrganisationContext & {
  held: HeldRegister;
  dismissed: ReadonlyMap<string, readonly SaidRegistration[]>;
  placeById: ReadonlyMap<string, RegisteredPlace>;
  storedService: StoredForRegistrations["storedService"];
  runnersAt: StoredForRegistrations["runnersAt"];
  /** Who owns most of an organisation that is held, and what it is in law, as sources say now: whoever found it out goes before the review that ships. */
  ownedAs: (providerId: string) => { ownerClass: OwnerClass; legalForm: LegalForm | null } | undefined;
  /** Of the organisations that are held, by record. */
  nameOf: (providerId: string) => string;
  /** Whether a newer edition is in force: then this one adds nothing. */
  isOvertaken: boolean;
};

let companies: ReadonlyMap<string, RegisteredCompany> | undefined;

/** What Companies House says of the companies, as the project ships it. */
function knownCompanies(): ReadonlyMap<string, RegisteredCompany> {
  companies ??= new Map(unpackRegistrations().companies.map((company) => [company.number, company]));
  return companies;
}

/** @param published the date of the edition. */
export async function loadCqcContext(
  db: Db,
  items: readonly CqcItem[],
  published: string,
): Promise<CqcContext> {
  const practices = items.flatMap((item) => ("placeId" in item ? [item] : []));
  const registrations: Registration[] = practices.flatMap(({ said }) => said);
  const { placeOfCode, storedProvider, withoutForm, storedService, runnersAt } =
    await findStoredForRegistrations(db, {
      registrations,
      edition: published,
    });
  const held = await findHeldRegister(db);
  const providerIds = new Set(
    practices.flatMap(({ placeId }) =>
      (held.byPlace.get(placeId)?.registrations ?? []).flatMap(({ provider }) => provider ?? []),
    ),
  );
  const names = await findNamesOf(
    db,
    [...providerIds].map((id) => ({ type: "provider" as const, id })),
  );
  const owned = await listOwnerClasses(db);
  const reviewed = readOrganisations();
  const { kind, speaksOf } = practices[0] ?? { kind: "table" as const, speaksOf: published };
  const newest = await newestEdition(db);
  return {
    held,
    reviewed,
    storedProvider,
    withoutForm,
    storedService,
    runnersAt,
    register: sourceOfEdition(kind, published, speaksOf),
    companies: knownCompanies(),
    companiesSource: companiesSource(),
    evidence: evidenceSources(reviewed),
    ownedAs: (id) => owned.get(id),
    dismissed: await listDismissed(db),
    placeById: new Map([...placeOfCode.values()].map((place) => [place.id, place])),
    nameOf: (id) => names.get(id)?.name ?? "",
    isOvertaken: newest !== null && newest > published && newest > speaksOf,
  };
}
