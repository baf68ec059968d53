/** How areas of different kinds overlap, counted in unit postcodes, as `db/seed/reference/area-overlaps.json` holds it. */
export type AreaOverlaps = {
  /** Unit postcodes with a known area, by area code. */
  unitPostcodes: Record<string, number>;
  /**
   * [code, code, unit postcodes in both], each pair once. First comes the constituency, then council, health body and
   * region, in that order. The share of an area that lies in the other is the number divided by its unitPostcodes.
   */
  pairs: [string, string, number][];
};
