import { plainName } from "@/domain/names/plain-name";
import { metresBetween, type Point } from "@/domain/places/distance";
import type { ServiceCategory } from "@/domain/services/category";
import { isAlikeKind } from "@/domain/twins/alike-kinds";
import { agreeAsPlaces, agreeAsProviders } from "@/domain/twins/alike-names";

/** What is known of one service, as far as it is: of an entry, of a report that waits, of a form that is half filled in. */
export type TwinFacts = {
  category: ServiceCategory | null;
  /** Of a place that we hold. */
  placeId: string | null;
  /** Of registers: of the place, its branches among them. */
  codes: readonly string[];
  placeName: string;
  town: string;
  /** As it is stored, "CA2 7HY"; empty when unknown. */
  postcode: string;
  /** Exact to the site or its postcode; null where no more than the town is known. */
  point: Point | null;
  /** Of care without a place of its own: the area that it serves. */
  areaId: string | null;
  /** Of a provider that we hold; null also where nobody is named. */
  providerId: string | null;
  /** What it is called, and what it went by before; empty where nobody is named. */
  providerNames: readonly string[];
};

/** Why two are likely one: what a page says beside the entry. */
const TWIN_REASONS = [
  "same-code",
  "same-place",
  "same-area",
  "same-name",
  "like-name",
  "same-postcode",
  "near",
  "same-town",
  "same-provider",
  "former-name",
  "like-provider",
  "same-kind",
  "like-kind",
] as const;
export type LikelyReason = (typeof TWIN_REASONS)[number];

/** `metres` between them where both are known exactly. */
export type TwinScore = { points: number; reasons: LikelyReason[]; metres: number | null };

/** From so many points on, two are likely one: at a place that is surely the same, or most things agree. */
const LIKELY = 50;

/** Two doors of one site, and the width of a town: what is farther is somewhere else, whatever it is called. */
const NEAR_METRES = 150;
const FAR_METRES = 3_000;

/** What speaks for one place. Far apart, or in two towns, no name and no provider makes them one. */
const PLACE = {
  certain: 50,
  area: 40,
  elsewhere: -30,
  same: { here: 50, town: 50, unknown: 25 },
  alike: { here: 50, town: 40, unknown: 15 },
  other: { here: 25, town: 10, unknown: 0 },
  unnamed: { here: 35, town: 15, unknown: 0 },
} as const;
const KIND = { same: 20, alike: 10, other: -40 } as const;
const PROVIDER = { same: 30, alike: 20, other: -15 } as const;

/** How likely two are of one service; what is not known of either speaks neither for it nor against. */
export function scoreTwin(a: TwinFacts, b: TwinFacts): TwinScore {
  const metres = a.point && b.point ? metresBetween(a.point, b.point) : null;
  const parts = [ofPlace(a, b, metres), ofProvider(a, b), ofKind(a, b)];
  return {
    points: parts.reduce((sum, { points }) => sum + points, 0),
    reasons: parts.flatMap(({ reasons }) => reasons),
    metres,
  };
}

type Part = { points: number; reasons: LikelyReason[] };
const NOTHING: Part = { points: 0, reasons: [] };

function ofPlace(a: TwinFacts, b: TwinFacts, metres: number | null): Part {
  if (a.placeId !== null && a.placeId === b.placeId)
    return { points: PLACE.certain, reasons: ["same-place"] };
  if (a.codes.some((code) => b.codes.some((other) => isSameCode(code, other))))
    return { points: PLACE.certain, reasons: ["same-code"] };
  if (a.areaId !== null && b.areaId !== null)
    return a.areaId === b.areaId
      ? { points: PLACE.area, reasons: ["same-area"] }
      : { points: PLACE.elsewhere, reasons: [] };
  const where = compareWhere(a, b, metres);
  const name = agreeAsPlaces(a.placeName, b.placeName, [a.town, b.town]);
  // Two practices in one building have two codes; of one name they may be a code and its successor.
  const isToldApart = a.codes.length > 0 && b.codes.length > 0 && name !== "same";
  if (where === "far" || isToldApart) return { points: PLACE.elsewhere, reasons: [] };
  const reasons: LikelyReason[] = [];
  if (name === "same") reasons.push("same-name");
  if (name === "alike") reasons.push("like-name");
  if (where === "here") reasons.push(isSamePostcode(a, b) ? "same-postcode" : "near");
  if (where === "town") reasons.push("same-town");
  return { points: PLACE[name ?? "unnamed"][where], reasons };
}

/** The code of a branch begins with its practice's: care at a branch is the practice's. */
function isSameCode(a: string, b: string): boolean {
  const isBranch = (long: string, short: string) => /^[A-Z]\d{8}$/.test(long) && long.slice(0, 6) === short;
  return a === b || isBranch(a, b) || isBranch(b, a);
}

function isSamePostcode(a: TwinFacts, b: TwinFacts): boolean {
  return a.postcode !== "" && a.postcode === b.postcode;
}

function compareWhere(
  a: TwinFacts,
  b: TwinFacts,
  metres: number | null,
): "here" | "town" | "unknown" | "far" {
  if (isSamePostcode(a, b)) return "here";
  if (metres !== null && metres <= NEAR_METRES) return "here";
  if (metres !== null && metres > FAR_METRES) return "far";
  const [one, other] = [townOf(a.town), townOf(b.town)];
  if (one !== "" && other !== "" && (isTownOf(one, other) || isTownOf(other, one))) return "town";
  if (metres !== null) return "town"; // a village of the town
  return one === "" || other === "" ? "unknown" : "far";
}

const townOf = (town: string) => plainName(town).replace(/\bsaint\b/g, "st");
/** "Newcastle" is Newcastle upon Tyne to whoever lives there. */
const isTownOf = (short: string, long: string) => long === short || long.startsWith(`${short} `);

function ofProvider(a: TwinFacts, b: TwinFacts): Part {
  if (a.providerId !== null && a.providerId === b.providerId)
    return { points: PROVIDER.same, reasons: ["same-provider"] };
  if (a.providerNames.length === 0 || b.providerNames.length === 0) return NOTHING;
  const pairs = a.providerNames.flatMap((one, i) =>
    b.providerNames.map((other, j) => ({ agreement: agreeAsProviders(one, other), isFormer: i + j > 0 })),
  );
  const same = pairs.find(({ agreement }) => agreement === "same");
  if (same) return { points: PROVIDER.same, reasons: [same.isFormer ? "former-name" : "same-provider"] };
  const isAlike = pairs.some(({ agreement }) => agreement === "alike");
  if (isAlike) return { points: PROVIDER.alike, reasons: ["like-provider"] };
  return { points: PROVIDER.other, reasons: [] };
}

function ofKind(a: TwinFacts, b: TwinFacts): Part {
  if (a.category === null || b.category === null) return NOTHING;
  if (a.category === b.category) return { points: KIND.same, reasons: ["same-kind"] };
  if (isAlikeKind(a.category, b.category)) return { points: KIND.alike, reasons: ["like-kind"] };
  return { points: KIND.other, reasons: [] };
}

/** Whether a page should say that two may be one. */
export function isLikelyTwin({ points }: Pick<TwinScore, "points">): boolean {
  return points >= LIKELY;
}
