import type { Db } from "@/db/client";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { findTrustsToday } from "@/db/queries/trusts-today";
import { hideText } from "@/domain/claims/hide-quotes";
import { operatorToday, type PlaceOperator, type StoredOperator } from "@/domain/places/place-operator";

/**
 * Whose some places are, by their slugs: trusts under their names of today. One whose name holds that of a provider that is off
 * the site is left out.
 */
export async function operatorsToday(
  db: Db,
  places: readonly { slug: string; operator: StoredOperator | null }[],
): Promise<Map<string, PlaceOperator>> {
  const stored = places.flatMap(({ slug, operator }) => (operator ? [{ slug, operator }] : []));
  if (stored.length === 0) return new Map();
  const codes = stored.flatMap(({ operator }) => operator.organisations.map(({ code }) => code));
  const [trusts, hidden] = await Promise.all([findTrustsToday(db, codes), findHiddenNames(db, [])]);
  return new Map(
    stored.flatMap(({ slug, operator }) => {
      const today = operatorToday(operator, trusts);
      return hideText(today.names.join(", "), hidden) === null ? [] : [[slug, today] as const];
    }),
  );
}
