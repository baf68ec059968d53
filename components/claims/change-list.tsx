import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { ChangeRead } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";

/** When a record was changed and why; never by whom. */
export function ChangeList({ changes }: { changes: readonly ChangeRead[] }) {
  const t = useTranslations("services.page");
  const inWords = useDates();
  if (changes.length === 0) return <p>{t("changesNone")}</p>;
  return (
    <ol className="list-none">
      {changes.map((change) => (
        <li key={change.version} className="border-rule border-b py-2">
          {t("changedOn", {
            date: inWords(ukToday(change.changedAt)),
            reason: change.reason ?? t("changesHidden"),
          })}
        </li>
      ))}
    </ol>
  );
}
