import { useTranslations } from "next-intl";
import type { Remainder } from "@/domain/figures/remainder";

/** Whose parts they are: each says in its own words what is in no part, and what is in several. */
export type RemainderOf =
  | "mostProviders"
  | "providers"
  | "nations"
  | "bodies"
  | "payers"
  | "healthBodies"
  | "coverage"
  | "leads"
  | "checked";

/** What a total has that the parts beside it do not, or the other way round. Nothing where they add up as they stand. */
export function useRemainder(): (what: RemainderOf, of: Remainder) => string {
  const t = useTranslations("counting.remainder");
  return (what, { missing, again }) =>
    [missing > 0 ? t(`${what}.missing`, { missing }) : "", again > 0 ? t("again", { again }) : ""]
      .filter(Boolean)
      .join(" ");
}

/** The same as a line below the parts. */
export function RemainderLine({ what, of }: { what: RemainderOf; of: Remainder }) {
  const words = useRemainder()(what, of);
  return words === "" ? null : <p className="mt-3 max-w-line text-base text-ink-soft">{words}</p>;
}
