/** The records that lists read anew, by id. */
export type Touched = {
  services: readonly string[];
  places: readonly string[];
  providers: readonly string[];
};

/**
 * The records that a publication wrote, by id, where it is known in whose lines of lists that can be seen. Of services and places that is their own
 * and those at the same places; `providers` are new ones, which nothing else names yet. Of the others whoever reads finds what hangs together with them:
 * - `groups`: older organisations that may be named now and could not before, or the other way round, or that others belong to. Not such as are
 *   called otherwise: what bore the old name is not found any more
 * - `payers`: who pays
 */
export type Touches = Touched & { groups?: readonly string[]; payers?: readonly string[] };

export function touchedOf(records: Partial<Touches>): Touches {
  const { services = [], places = [], providers = [], groups = [], payers = [] } = records;
  const others = { ...(groups.length > 0 ? { groups } : {}), ...(payers.length > 0 ? { payers } : {}) };
  return { services, places, providers, ...others };
}

/** Records that were there before, of which another is shown now, or of which other facts count, but for the names of organisations. */
export function touchedRecords(records: readonly { type: string; id: string }[]): Touches {
  const of = (type: string) => records.filter((record) => record.type === type).map(({ id }) => id);
  return touchedOf({
    services: of("service"),
    places: of("place"),
    groups: of("provider"),
    payers: of("commissioner"),
  });
}

/** Beyond so many of a kind all records are read again: a list of them takes as long (docs/decisions/0115). */
const MOST_TOUCHED = 10_000;

/** @returns null where they are so many that any other may be one of them */
export function fewTouched(touches: Touches | null): Touches | null {
  const isMany = touches !== null && Object.values(touches).some(({ length }) => length > MOST_TOUCHED);
  return isMany ? null : touches;
}
