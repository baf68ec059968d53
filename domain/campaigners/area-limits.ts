/** The ids of the areas in which each limited moderator decides, by the moderator's id. Whoever is not in it decides everywhere. */
export type AreaLimits = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whether somebody decides about what lies in these areas. Of what lies in no area that is known, only who is not limited decides: it could
 * lie anywhere.
 */
export function decidesIn(limits: AreaLimits, moderatorId: string, areaIds: readonly string[]): boolean {
  const own = limits.get(moderatorId);
  return own === undefined || areaIds.some((id) => own.has(id));
}

/** How many areas somebody can be limited to by name. */
export const MOST_LIMITS = 50;
