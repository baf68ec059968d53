import type { Nation } from "./area";

/**
 * Nations from whose registers anything has been loaded. In the others a count of nothing is not an answer: we
 * cannot say, and say so. Later parts load more and add to this list.
 */
const NATIONS_WITH_A_REGISTER: ReadonlySet<Nation> = new Set(["england"]);

export function hasRegister(nation: Nation): boolean {
  return NATIONS_WITH_A_REGISTER.has(nation);
}
