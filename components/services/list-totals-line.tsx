import { useTranslations } from "next-intl";
import { listTotals } from "@/domain/figures/list-totals";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { Definition } from "@/domain/providers/legal-form";

/** How the rows of a list, the count above it and the pins of its map hang together. Nothing of an empty list. */
export function ListTotalsLine({
  services,
  definition,
}: {
  services: readonly ServiceRow[];
  definition: Definition;
}) {
  const t = useTranslations("services.totals");
  const totals = listTotals(services, definition);
  if (totals.all === 0) return null;
  const parts = (["running", "otherKinds", "planned", "noLongerListed", "littleActivity", "ended"] as const)
    .filter((key) => totals[key] > 0)
    .map((key) => t(key, { count: totals[key] }));
  return (
    <p className="mb-3 max-w-line text-base text-ink-soft">
      {t("list", { all: totals.all, parts: parts.join(", ") })}{" "}
      {t("map", { onMap: totals.onMap, offMap: totals.offMap })}
    </p>
  );
}
