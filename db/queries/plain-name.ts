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

/** As `writtenName` writes it. */
export function writtenNameOf(text: PgColumn | SQL): SQL<string> {
  return sql<string>`lower(regexp_replace(trim(${text}), '\\s+', ' ', 'g'))`;
}

/** Same but for capitals and spaces (`writtenName`): nothing that a lawyer could call another name. */
export function sameName(column: PgColumn | SQL, name: string): SQL<boolean> {
  return sql<boolean>`${writtenNameOf(column)} = ${writtenName(name)}`;
}
