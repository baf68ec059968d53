import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { writtenName } from "@/domain/names/plain-name";

const APOSTROPHES = sql.raw("'''’‘`'");

/** As `plainName` of `domain/names/plain-name.ts`; both are asked the same table of cases. */
export function plainNameOf(text: PgColumn | SQL): SQL<string> {
  return sql<string>`btrim(regexp_replace(${speltPlainly(text)}, '[^[:alnum:]]+', ' ', 'g'))`;
}

/** The letters of a plain name with all marks between them: cheaper, and holds whatever word the plain name holds. */
export function speltPlainly(text: PgColumn | SQL): SQL<string> {
  return sql<string>`replace(translate(lower(normalize(${text}, NFKC)), ${APOSTROPHES}, ''), '&', ' and ')`;
}

/** Same but for capitals and spaces (`writtenName`): nothing that a lawyer could call another name. */
export function sameName(column: PgColumn | SQL, name: string): SQL<boolean> {
  return sql<boolean>`lower(regexp_replace(trim(${column}), '\\s+', ' ', 'g')) = ${writtenName(name)}`;
}
