import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { listRegisteredHere } from "@/db/queries/registrations";
import { AREA_KINDS } from "@/domain/areas/area";
import { toCsv } from "@/domain/csv-out";
import { practicesCsv } from "@/domain/pages/practices-csv";
import type { RegisteredKind } from "@/domain/registrations/registered";

/**
 * Exactly the GP practices that an area's page counts by who is registered there, as CSV.
 * @returns undefined where there is no such area.
 */
export async function loadPracticesCsv(
  { kind, slug }: { kind: string; slug: string },
  { kindInWords, origin }: { kindInWords: (kind: RegisteredKind) => string; origin: string },
  db: Db = getDb(),
): Promise<string | undefined> {
  const known = AREA_KINDS.find((candidate) => candidate === kind);
  const area = known && (await findArea(db, known, slug));
  if (!area) return undefined;
  const practices = await listRegisteredHere(db, area.id);
  // Spreadsheets take a file for UTF-8 by its first three bytes alone.
  return `\uFEFF${toCsv(practicesCsv(practices, kindInWords, origin))}`;
}
