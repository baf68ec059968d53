import { type Db, getDb } from "@/db/client";
import { listPlacesToAnswer } from "@/db/queries/place-answers";
import { ukToday } from "@/domain/dates/partial-date";
import { DatabaseUnavailableError } from "@/domain/errors";
import { answerForPlace, type PlaceAnswer } from "@/domain/pages/place-answer";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { FoundName } from "@/domain/search/results";
import { operatorsToday } from "@/server/pages/operators-today";

/**
 * The answer for each place among the names found, by the path of its page. The names come from memory and are shown also
 * while the database does not answer; then without answers.
 */
export async function loadPlaceAnswers(
  names: readonly FoundName[],
  db: Db = getDb(),
): Promise<ReadonlyMap<string, PlaceAnswer>> {
  const slugs = names.flatMap(({ kind, path }) => (kind === "place" ? [path.replace("/places/", "")] : []));
  try {
    const places = await listPlacesToAnswer(db, slugs);
    const operators = await operatorsToday(db, places);
    const today = ukToday();
    return new Map(
      places.map(({ slug, operator: _, ...place }) => [
        `/places/${slug}`,
        answerForPlace({ ...place, operator: operators.get(slug) ?? null, today }, DEFAULT_DEFINITION),
      ]),
    );
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return new Map();
    throw error;
  }
}
