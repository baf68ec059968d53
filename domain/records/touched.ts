/**
 * The records that a publication wrote, by id, where no other record's line in a list can be another for it. Of organisations only new ones: what
 * an older one is called, or whether it may be named, is seen in lines of others.
 */
export type Touched = {
  services: readonly string[];
  places: readonly string[];
  providers: readonly string[];
};

export function touchedOf(records: Partial<Touched>): Touched {
  return {
    services: records.services ?? [],
    places: records.places ?? [],
    providers: records.providers ?? [],
  };
}

/** One record. @returns null where any other may be touched with it */
export function touchedAlone(type: string, id: string): Touched | null {
  if (type === "service") return touchedOf({ services: [id] });
  return type === "place" ? touchedOf({ places: [id] }) : null;
}
