import { tenuresOf } from "@/domain/registrations/tenures";
import type { CqcContext } from "@/server/imports/cqc/cqc-context";
import type { JudgedPractice } from "@/server/imports/cqc/judge-practice";

/** What an edition says of one organisation at one practice. */
export type NamedOrganisation = {
  /** Its record; of one that is new the id that tells it from others, which is none yet. */
  providerId: string;
  name: string;
  /** Its newest registration there: the regulator's number, the first day of its unbroken run, and the last where one is given; ISO. */
  registered: { locationId: string; since: string; until: string | null } | null;
};

/**
 * Whom a row of an edition concerns: the organisations whose registrations it adds, confirms or proposes; whoever is the latest that is held,
 * because that may come into doubt; and whom another source names as running the practice, where it begins or ceases to differ.
 */
export function namedOrganisations(judged: JudgedPractice, context: CqcContext): NamedOrganisation[] {
  const { place, held, said, compared, doubts } = judged;
  const news = [
    ...compared.adds,
    ...compared.proposes,
    ...said.filter(({ locationId }) => compared.confirms.includes(locationId)),
  ];
  const names = new Map<string, string>();
  for (const one of news)
    if (one.form === "organisation" && one.provider !== null) names.set(one.provider, one.organisation.name);
  const latest = held.latest?.provider;
  if (latest) names.set(latest, context.nameOf(latest));
  const isDiffering = (all: readonly string[]) => all.includes("another-runner");
  if (isDiffering(doubts.before) !== isDiffering(doubts.after))
    for (const { providerId, providerName } of context.runnersAt(place.id))
      if (providerId !== null && !names.has(providerId)) names.set(providerId, providerName ?? "");
  const runs = tenuresOf([
    ...held.registrations.filter(({ locationId }) => !news.some((one) => one.locationId === locationId)),
    ...news,
  ]);
  return [...names].map(([providerId, name]) => {
    const run = runs.findLast(({ registration }) => registration.provider === providerId);
    const registered = run && {
      locationId: run.registration.locationId,
      since: run.since,
      until: run.registration.endedOn,
    };
    return { providerId, name, registered: registered ?? null };
  });
}
