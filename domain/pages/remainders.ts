import type { CoverageCounts } from "@/domain/areas/coverage";
import { type Remainder, remainderOf } from "@/domain/figures/remainder";
import type { Share, ShareOfCare } from "@/domain/figures/share-of-care";
import type { FrontPageData } from "@/domain/pages/front-page";
import type { ProviderPageData } from "@/domain/pages/place-page";
import type { LeadsPageData } from "@/domain/places/lead";

/**
 * Every total of a public page that has parts beside it, and what they leave of it. Pages draw these, and one test adds all of
 * them up (server/pages/totals.db.alone.test.ts): whoever puts parts beside a total adds it here.
 */

type Ranking = { counts: FrontPageData["counts"]; ranked: FrontPageData["lists"]["most"] };

/** The front page's column of those who run the most, and the services of its headline. */
export function restOfMost({ counts, lists }: Pick<FrontPageData, "counts" | "lists">): Remainder {
  return restOfRanking({ counts, ranked: lists.most });
}

/** The rows of the ranking, and all services that count. */
export function restOfRanking({ counts, ranked }: Ranking): Remainder {
  return remainderOf(
    counts.services,
    ranked.map((row) => row.counts.services),
  );
}

/** The nations, and the United Kingdom. */
export function restOfNations({ counts, nations }: Pick<FrontPageData, "counts" | "nations">): Remainder {
  return restOfAreas(counts.services, nations);
}

/** The health bodies in whose areas an organisation runs services, and all that it runs. */
export function restOfBodies({ counts, bodies }: Pick<ProviderPageData, "counts" | "bodies">): Remainder {
  return restOfAreas(counts.services, bodies);
}

function restOfAreas(services: number, { areas, held }: ProviderPageData["bodies"]): Remainder {
  return remainderOf(
    services,
    areas.map((area) => area.services),
    held,
  );
}

/** Who paid, and the waits that ended. Null where they are of two months, or one of them is not known. */
export function restOfPayers({
  numbers,
  payers,
}: Pick<ProviderPageData, "numbers" | "payers">): Remainder | null {
  if (!numbers || payers.length === 0 || payers.some(({ month }) => month !== numbers.month)) return null;
  return remainderOf(
    numbers.completedAdmitted + numbers.completedNonAdmitted,
    payers.map(({ completed }) => completed),
  );
}

/** The health bodies, in order or not, and all England. */
export function restOfHealthBodies({
  england,
  healthBodies,
}: {
  england: ShareOfCare;
  healthBodies: Record<"ranked" | "notEnough", readonly { share: { together: Share } }[]>;
}): Remainder {
  const all = [...healthBodies.ranked, ...healthBodies.notEnough];
  return remainderOf(
    england.together.all,
    all.map(({ share }) => share.together.all),
  );
}

/** The health bodies of a nation, and its places on official lists. */
export function restOfCoverage({
  whole,
  bodies,
}: {
  whole: CoverageCounts;
  bodies: readonly { coverage: CoverageCounts }[];
}): Remainder {
  return remainderOf(
    whole.known,
    bodies.map(({ coverage }) => coverage.known),
  );
}

/** The places where something counts, and those that were checked. */
export function restOfChecked({
  checked,
  outsourced,
  nhsWithServices,
  nhsNoneFound,
}: Omit<CoverageCounts, "known">): Remainder {
  return remainderOf(checked, [outsourced, nhsWithServices, nhsNoneFound]);
}

/** The practices that are left to find out, those that somebody did find out and those that are over, and all on APMS contracts. */
export function restOfLeads({
  total,
  leads,
  known,
  ended,
}: Pick<LeadsPageData, "total" | "leads" | "known" | "ended">): Remainder {
  return remainderOf(total, [leads.length, known, ended.length]);
}
