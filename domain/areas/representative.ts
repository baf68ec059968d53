/** The MP of a constituency on a day, as `db/seed/reference/representatives.json` holds it. */
export type Representative = {
  constituencyCode: string;
  name: string;
  party: string;
  theyWorkForYouUrl: string;
  /** The member's id at parliament.uk. */
  parliamentId: number;
  /** ISO date on which this person became this seat's (or, for long-serving members, a) member. */
  startDate: string;
  /** The month of the list, such as 2026-04: who held the seat then. */
  asOf: string;
};
