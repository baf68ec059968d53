import { and, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { anyOf } from "@/db/queries/any-of";
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

/** How many organisations above one are asked: more than any group has, and an end where a source closes a circle. */
const MOST_STEPS = 10;

/**
 * The legal form of the NHS body, or of the company that one owns, to which a provider belongs by a source, at any step
 * above it and whether or not its name is shown; null where there is none.
 */
export function nhsAbove(of: { parentId: AnyPgColumn }): SQL<LegalForm | null> {
  const step = (
    join: SQL,
    count: SQL,
  ) => sql`select coalesce(in_force.legal_form, written.legal_form) as form,
      coalesce(in_force.parent_id, written.parent_id) as parent_id, ${count} as step
    from ${join} left join providers in_force on in_force.id = written.merged_into`;
  return sql`case when ${of.parentId} is not null then (
    with recursive above as (
      ${step(sql`providers written`, sql`1`)} where written.id = ${of.parentId}
      union all
      ${step(sql`above join providers written on written.id = above.parent_id`, sql`above.step + 1`)}
      where above.step < ${MOST_STEPS}::int)
    select form from above where form in ('nhs-body', 'nhs-owned-company') order by step limit 1) end`;
}

/** What an organisation is, whatever is said of one of its services: `kindOfRunner` without a service. */
export function kindOfProvider(of: { legalForm: AnyPgColumn; parentId: AnyPgColumn }): SQL<LegalForm | null> {
  return sql`case when ${nhsAbove(of)} is not null and ${of.legalForm} is distinct from 'nhs-body'
    then 'nhs-owned-company' else ${of.legalForm}::text end`;
}

/** The kind of organisation that runs a service, as `kindOfRunner` has it; for queries that have joined the two above. */
export const kindInForce: SQL = sql`case
  when ${services.providerKind} = 'nhs-owned-company' and ${provider.legalForm} is distinct from 'nhs-body'
    then 'nhs-owned-company'
  else coalesce(${kindOfProvider(provider)}, ${services.providerKind}::text) end`;

/**
 * Whether a service counts, for queries that have joined the two above. Its kind is what `ServiceRow.kind` has.
 */
export function countsUnder(definition: Definition): SQL {
  const kind = kindInForce;
  const isCounted = anyOf(
    kind,
    PROVIDER_KINDS.filter((candidate) => countsAs(candidate, definition)),
    "text",
  );
  return countsAs(null, definition) ? sql`(${kind} is null or ${isCounted})` : isCounted;
}
