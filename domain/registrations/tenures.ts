/** What is needed of a registration to tell runs apart. */
export type InARun = {
  locationId: string;
  /** ISO day. */
  registeredOn: string;
  /** Which provider it is, by whatever number; null where none is known, as of partnerships and persons. */
  provider: string | null;
};

/** An unbroken run of registrations of one provider at a practice. */
export type RegisteredTenure<T> = {
  /** The newest registration of the run. */
  registration: T;
  /** First day of the run, ISO. */
  since: string;
  /** The day on which the next run begins, ISO; null for the latest. The register's copy gives no day on which one ended. */
  followedOn: string | null;
};

/**
 * Who was registered at one practice, the oldest first. A run is of one provider's number; of partnerships and persons the register's
 * copy has no number, so each of their registrations is a run of its own: two that follow each other may be of different people.
 * @param registrations all of one practice, in any order.
 */
export function tenuresOf<T extends InARun>(registrations: readonly T[]): RegisteredTenure<T>[] {
  const sorted = [...registrations].sort(byDay);
  const runs: RegisteredTenure<T>[] = [];
  for (const registration of sorted) {
    const last = runs.at(-1);
    if (last && isOfOneProvider(last.registration, registration)) {
      runs[runs.length - 1] = { ...last, registration };
      continue;
    }
    if (last) runs[runs.length - 1] = { ...last, followedOn: registration.registeredOn };
    runs.push({ registration, since: registration.registeredOn, followedOn: null });
  }
  return runs;
}

/** The newest day's registrations: several where the register has more than one of that day. */
export function newestOf<T extends InARun>(registrations: readonly T[]): T[] {
  const sorted = [...registrations].sort(byDay);
  const day = sorted.at(-1)?.registeredOn;
  return sorted.filter(({ registeredOn }) => registeredOn === day);
}

function isOfOneProvider(a: InARun, b: InARun): boolean {
  return a.provider !== null && a.provider === b.provider;
}

/** By day, and on one day by the regulator's number, so that the answer never depends on the order of rows. */
function byDay(a: InARun, b: InARun): number {
  const [one, other] = [`${a.registeredOn} ${a.locationId}`, `${b.registeredOn} ${b.locationId}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
