import { bareName, formInName } from "@/domain/imports/provider-name";
import { plainName } from "@/domain/names/plain-name";

/** `row`: the number of the row of the same list that would make it; its id then stands for that row. */
export type NamedProvider = { id: string; name: string; row?: number };

/** Which provider a list means by a name. */
export type ProviderMatch =
  | { kind: "same"; provider: NamedProvider }
  /** But for spaces, its country and what it is in law the name is theirs: taken, and said so in the preview. */
  | { kind: "alike"; provider: NamedProvider }
  /** It could be several, or one that says it is something else in law: somebody has to say. */
  | { kind: "which"; names: string[] }
  | { kind: "none" };

/**
 * @param loose providers of the same loose name (`looseName`), the oldest first, and those that earlier rows of the list would
 * make (`rowsBefore`); one that was merged stands here under its
 * own name with the id of the one it was merged into.
 */
export function matchProvider(name: string, loose: readonly NamedProvider[]): ProviderMatch {
  const same = loose.find((one) => plainName(one.name) === plainName(name));
  if (same) return { kind: "same", provider: same };
  // Those that differ in what they are in law only are nearer than those with other spaces or another country.
  const bare = loose.filter((one) => bareName(one.name) === bareName(name));
  const known = bare.length > 0 ? bare : loose;
  const [only] = known;
  if (!only) return { kind: "none" };
  const form = formInName(name);
  const fits = ({ name: other }: NamedProvider) =>
    form === null || formInName(other) === null || formInName(other) === form;
  const isOne = known.every(({ id }) => id === only.id);
  if (isOne && known.some(fits)) return { kind: "alike", provider: only };
  return { kind: "which", names: [...new Set(known.map((one) => one.name))] };
}
