import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import type { ChangeRead } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";

/** When a record was changed and why, never by whom, and the way to what changed. */
export function ChangeList({ changes, history }: { changes: readonly ChangeRead[]; history: string }) {
  const t = useTranslations("services.history");
  return (
    <>
      <Changes changes={changes} />
      <p className="mt-3">
        <LocalLink href={history} className="inline-block py-1">
          {t("link")}
        </LocalLink>
      </p>
    </>
  );
}

function Changes({ changes }: { changes: readonly ChangeRead[] }) {
  const t = useTranslations("services.page");
  const inWords = useDates();
  if (changes.length === 0) return <p>{t("changesNone")}</p>;
  return (
    <ol className="list-none">
      {changes.map((change) => (
        <li key={`${change.changedAt.getTime()} ${change.version}`} className="border-rule border-b py-2">
          {t("changedOn", {
            date: inWords(ukToday(change.changedAt)),
            reason: change.reason ?? t("changesHidden"),
          })}
        </li>
      ))}
    </ol>
  );
}
