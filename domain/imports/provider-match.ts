import { formInName } from "@/domain/imports/provider-name";
import { plainName } from "@/domain/imports/read-list";

type Named = { id: string; name: string };

/** Which provider a list means by a name. */
export type ProviderMatch =
  | { kind: "same"; provider: Named }
  /** But for what it is in law the name is theirs: taken, and said so in the preview. */
  | { kind: "alike"; provider: Named }
  /** It could be several, or one that says it is something else in law: somebody has to say. */
  | { kind: "which"; names: string[] }
  | { kind: "none" };

/**
 * @param known providers of the same bare name (`bareName`), the oldest first; one that was merged stands here under its
 * own name with the id of the one it was merged into.
 */
export function matchProvider(name: string, known: readonly Named[]): ProviderMatch {
  const same = known.find((one) => plainName(one.name) === plainName(name));
  if (same) return { kind: "same", provider: same };
  const [only] = known;
  if (!only) return { kind: "none" };
  const form = formInName(name);
  const fits = ({ name: other }: Named) =>
    form === null || formInName(other) === null || formInName(other) === form;
  const isOne = known.every(({ id }) => id === only.id);
  if (isOne && known.some(fits)) return { kind: "alike", provider: only };
  return { kind: "which", names: [...new Set(known.map((one) => one.name))] };
}
