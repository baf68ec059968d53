import type { SecondPersonRule } from "@/domain/reports/second-person";
import type { RevealingWords } from "@/domain/services/revealing/revealing-words";

type Known = { id: string; slug: string; name: string };

/** What approval would make of a new-service proposal: which records are there already and which would be new. */
export type NewServicePreview = {
  name: string;
  /** The place that was chosen, or null for a new one; `candidates` are known ones it may be. */
  place: (Known & { town: string; postcode: string }) | null;
  /** What the author typed beside the chosen place, where it is not what we have; it is not published. */
  typedPlace: string | null;
  candidates: (Known & { town: string; postcode: string })[];
  provider: Known | null;
  /** Where none has the very name: those that it may be, but for spaces, its country and what it is in law. */
  alikeProviders: Known[];
  commissioner: Known | null;
  /** The point of an address that would be published, degrees WGS84; null of a known place, and where no mark is made. */
  centre: { lon: number; lat: number; isApproximate: boolean } | null;
  position:
    | "known-place"
    | "pin"
    | "pin-rough"
    | "postcode"
    | "town"
    | "none"
    | "postcode-unknown"
    | "serves-area"
    | "area-only";
  /** The areas that it would lie in, or the one that it would serve, by their names; none where it is shown by area only. */
  areas: readonly { en: string; cy: string | null }[];
  /** Postcodes in use, near one that does not exist. */
  nearest: readonly string[];
  /** Words that would tell where care is which is shown by area only; it cannot be approved with them. */
  revealing: RevealingWords[];
  /** Rules that would send it to a second moderator. */
  rules: SecondPersonRule[];
};
