import { useTranslations } from "next-intl";
import type { ChangeRow } from "@/components/moderation/change-table";

/** The lines of one part of a report, to stand beside the verdict on it: what would be published and, where there is something, what is now. */
export function PartRows({ rows }: { rows: readonly ChangeRow[] }) {
  const t = useTranslations("moderation.one");
  return (
    <dl className="space-y-2">
      {rows.map(({ id, part, before, after }) => (
        <div key={id}>
          <dt className="font-semibold">{part}</dt>
          <dd>{after}</dd>
          {before === t("nothingYet") ? null : (
            <dd className="text-base text-ink-soft">
              {t("columnBefore")}: {before}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
