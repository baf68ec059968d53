import { z } from "zod";

/**
 * Whose a place is, as a register gives its parent: the organisations by name and code, and whether they are the NHS's. Who runs
 * one clinic inside is another fact.
 */
export const placeOperatorSchema = z.object({
  isNhs: z.boolean(),
  organisations: z
    .array(z.object({ code: z.string().min(1).max(10), name: z.string().min(1).max(200) }))
    .min(1),
});
export type PlaceOperatorValue = z.infer<typeof placeOperatorSchema>;

/** The same as a row has it, with the day for which its source speaks (ISO). */
export type StoredOperator = PlaceOperatorValue & { on: string };

/** The same for a page. */
export type PlaceOperator = {
  isNhs: boolean;
  /** As trusts are called today, where all of them still are on the list of trusts; else as the register called them. */
  names: string[];
  /** Whether all are on the list of NHS trusts today. */
  areTrustsToday: boolean;
  on: string;
};

/** @param trusts names of the trusts that are open today, by code. */
export function operatorToday(
  { isNhs, organisations, on }: StoredOperator,
  trusts: ReadonlyMap<string, string>,
): PlaceOperator {
  const areTrustsToday = organisations.every(({ code }) => trusts.has(code));
  const names = organisations.map(({ code, name }) => trusts.get(code) ?? name);
  return { isNhs, names: [...new Set(names)], areTrustsToday, on };
}
