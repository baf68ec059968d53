import { useTranslations } from "next-intl";
import { listTotals } from "@/domain/figures/list-totals";
import type { ServiceRow } from "@/domain/figures/service-row";

/** How the rows of a list, the count above it and the pins of its map hang together. Nothing of an empty list. */
export function ListTotalsLine({ services }: { services: readonly ServiceRow[] }) {
  const t = useTranslations("services.totals");
  const totals = listTotals(services);
  if (totals.all === 0) return null;
  const parts = (["running", "planned", "noLongerListed", "ended"] as const)
    .filter((key) => totals[key] > 0)
    .map((key) => t(key, { count: totals[key] }));
  return (
    <p className="mb-3 max-w-line text-base text-ink-soft">
      {t("list", { all: totals.all, parts: parts.join(", ") })}{" "}
      {t("map", { onMap: totals.onMap, offMap: totals.offMap })}
    </p>
  );
}
