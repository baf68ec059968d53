import type { RowPlan, RowProblem } from "./outcome";

/** A row that would publish or doubt something of an organisation, as it is told to it. */
export type ConcerningRow = {
  number: number;
  /** The organisation's record; of one that is new an id that stands for it until the approval. */
  providerId: string;
  organisation: string;
  /** The practice, and its record. */
  placeId: string;
  place: string;
  code: string;
  /** Its registration there: first day of an unbroken run, and its last where one is given; ISO. Null where it has none. */
  registered: { since: string; until: string | null; checkAt: string } | null;
  /** The day for which the copy speaks, ISO. */
  speaksOf: string;
  /** What is shown now, in words; "" where nothing is. */
  shownNow: string;
  plan: RowPlan | null;
  warnings: readonly RowProblem[];
};
