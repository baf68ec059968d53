/** How exact a position is: 100 m grid; the middle of a small area (up to some hundred metres off); none. */
export const PRECISIONS = ["100m", "small-area", "none"] as const;
export type PostcodePrecision = (typeof PRECISIONS)[number];

/** One unit postcode as it goes into the table. */
export type PostcodeRow = {
  /** Such as CA2. */
  outcode: string;
  /** Such as 7HY. */
  inward: string;
  constituency: string | null;
  council: string | null;
  healthBody: string | null;
  position: [lon: number, lat: number] | null;
  precision: PostcodePrecision;
  /** Another constituency so near that some of the postcode's addresses can be in it (NEAR_METRES); else null. */
  near: string | null;
};

/**
 * How near another constituency is named: 100 m, about the size of the cluster of addresses that a postcode is. A
 * position that is only a neighbourhood's middle says less, so its circle is larger.
 */
export const NEAR_METRES = { "100m": 100, "small-area": 300 } as const;

/**
 * The grid positions are kept on: 0.0015° by 0.0009°, which is about 100 m square at 54° north (105 m across in the
 * far south, 82 m in Shetland). The centre of the cell is given back, so no position is more than 75 m off.
 */
export const GRID = { west: -8.7, south: 49.8, lon: 0.0015, lat: 0.0009 } as const;
