/**
 * A town, village or suburb. Where it lies is worked out from approximate centres, so `constituencies` are those that
 * a fair part of the postcodes around it are in, never an exact edge.
 */
export type Settlement = {
  name: string;
  nameCy: string | null;
  /** Unique among settlements: `leeds`, `dalston-hackney`. */
  slug: string;
  /** The outward code most of it has, such as CA5. */
  outcode: string;
  /** Roughly how many people: for ranking only, never shown. */
  people: number;
  /** GSS code of the council with the largest part. */
  council: string;
  /** GSS codes, the largest part first; at least one. */
  constituencies: readonly string[];
};

/** More constituencies than one can choose from: for London the postcode is asked for instead. */
export const MOST_OFFERED = 20;
