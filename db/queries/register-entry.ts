import { type SQL, sql } from "drizzle-orm";
import { batches, claims, sources } from "@/db/schema/sources";

/**
 * For a query of `place_identifiers`: a register itself gives this code of this place. A code that a report, a campaign's list
 * or the waiting-times extract brought is not checked against any register, and makes no place one that a register lists.
 * A register that we load has a key; what a volunteer cites as one has none, or came with a list, which is no edition of it.
 * @param entry the name under which the query has the table.
 */
export function isRegisterEntry(entry: string): SQL<boolean> {
  const of = sql.identifier(entry);
  // Asked entry by entry, by the index: a database without statistics yet takes seconds to join.
  return sql<boolean>`((
    select true from ${claims} listed
    join ${sources} register on register.id = listed.source_id
    left join ${batches} batch on batch.id = listed.batch_id
    where listed.record_type = 'place' and listed.record_id = ${of}.place_id and listed.field = 'identifier'
    and listed.value ->> 'scheme' = ${of}.scheme::text and listed.value ->> 'code' = ${of}.code
    and register.kind = 'register' and register.source_key is not null and register.withheld_at is null
    and listed.report_id is null and batch.undone_at is null
    and (batch.format is null or batch.is_edition)
    limit 1) is true)`;
}
