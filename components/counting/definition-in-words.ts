import { useTranslations } from "next-intl";
import {
  COUNTED_KINDS,
  type CountedKind,
  DEFAULT_DEFINITION,
  type Definition,
  definitionOf,
  isChosen,
  kindsOf,
} from "@/domain/providers/legal-form";

type Words = ReturnType<typeof useTranslations<"counting">>;

/** Kinds whose name ends in a clause, after which "only" would belong to the clause. */
const CLAUSES: ReadonlySet<CountedKind> = new Set(["private-sector", "employee-owned-company"]);

/**
 * What counts, in words that go after "counting": "companies", "every organisation outside the NHS". The shorter
 * way to say it: what counts, or what does not.
 */
export function definitionInWords(t: Words, definition: Definition): string {
  if (!isChosen(definition)) return t(`what.${definition}`);
  const known = kindsOf(definition).filter((kind) => kind !== "not-known");
  if (known.length === 0) return t("what.onlyThose", { kinds: t("kinds.not-known") });
  const asked = definitionOf(known);
  if (asked !== definition) return t("what.withUnknown", { what: definitionInWords(t, asked) });
  const others = COUNTED_KINDS.filter((kind) => kind !== "not-known" && !known.includes(kind));
  return others.length < known.length
    ? t("what.except", { kinds: listed(t, others) })
    : t(known.some((kind) => CLAUSES.has(kind)) ? "what.onlyThose" : "what.only", {
        kinds: listed(t, known),
      });
}

/** Every kind that counts, one by one: what a preset's short name stands for. */
export function kindsInWords(t: Words, definition: Definition): string {
  return listed(t, kindsOf(definition));
}

/**
 * The value `counting` of sentences that say what was counted only where that is not the usual: "all", or the words.
 */
export function countingValue(t: Words, definition: Definition): string {
  return definition === DEFAULT_DEFINITION ? "all" : definitionInWords(t, definition);
}

/** The same for a component, which asks for the words itself. */
export function useCountingValue(): (definition: Definition) => string {
  const t = useTranslations("counting");
  return (definition) => countingValue(t, definition);
}

function listed(t: Words, kinds: readonly CountedKind[]): string {
  const words = kinds.map((kind) => t(`kinds.${kind}`));
  const last = words.pop() ?? "";
  return words.length === 0 ? last : t("and", { most: words.join(", "), last });
}
