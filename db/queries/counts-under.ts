import { and, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { isNamed } from "@/db/queries/visible";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { countsAs, type Definition, type LegalForm, PROVIDER_KINDS } from "@/domain/providers/legal-form";

/** The provider as the service names it; joined by its id. */
export const providerAsWritten = alias(providers, "provider_as_written");
/** The one that took over from it, or itself, where its name may be shown; joined by `isProviderInForce`. */
export const provider = alias(providers, "provider_in_force");

export const isProviderInForce: SQL | undefined = and(
  sql`${provider.id} = coalesce(${providerAsWritten.mergedInto}, ${providerAsWritten.id})`,
  isNamed(provider.visibility),
);

/** What the organisation is in law to which a provider belongs, by a source; whether or not its name is shown. */
export function formOfParent(of: { parentId: AnyPgColumn }): SQL<LegalForm | null> {
  return sql`(select coalesce(in_force.legal_form, owner.legal_form) from providers owner
    left join providers in_force on in_force.id = owner.merged_into where owner.id = ${of.parentId})`;
}

/** The kind of organisation that runs a service, as `kindOfRunner` has it; for queries that have joined the two above. */
export const kindInForce: SQL = sql`case
  when (${services.providerKind} = 'nhs-owned-company' or ${formOfParent(provider)} in ('nhs-body', 'nhs-owned-company'))
    and ${provider.legalForm} is distinct from 'nhs-body' then 'nhs-owned-company'
  else coalesce(${provider.legalForm}::text, ${services.providerKind}::text) end`;

/**
 * Whether a service counts, for queries that have joined the two above. Its kind is what `ServiceRow.kind` has.
 */
export function countsUnder(definition: Definition): SQL {
  const kind = kindInForce;
  const counted = sql.param(PROVIDER_KINDS.filter((candidate) => countsAs(candidate, definition)));
  return countsAs(null, definition)
    ? sql`(${kind} is null or ${kind} = any(${counted}))`
    : sql`${kind} = any(${counted})`;
}
