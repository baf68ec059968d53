import type { Registration } from "./registration";

/** An unbroken run of registrations of one provider at a practice. */
export type RegisteredTenure = {
  /** The newest registration of the run. */
  registration: Registration;
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
export function tenuresOf(registrations: readonly Registration[]): RegisteredTenure[] {
  const sorted = [...registrations].sort(byDay);
  const runs: RegisteredTenure[] = [];
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
export function newestOf(registrations: readonly Registration[]): Registration[] {
  const sorted = [...registrations].sort(byDay);
  const day = sorted.at(-1)?.registeredOn;
  return sorted.filter(({ registeredOn }) => registeredOn === day);
}

function isOfOneProvider(a: Registration, b: Registration): boolean {
  return (
    a.form === "organisation" &&
    b.form === "organisation" &&
    a.organisation.providerId === b.organisation.providerId
  );
}

/** By day, and on one day by the regulator's number, so that the answer never depends on the order of rows. */
function byDay(a: Registration, b: Registration): number {
  const [one, other] = [`${a.registeredOn} ${a.locationId}`, `${b.registeredOn} ${b.locationId}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
