import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import { actionKey } from "@/components/reports/action-key";
import type { AuditAction } from "@/domain/audit/action";

type Entry = {
  number: number;
  at: Date;
  action: AuditAction;
  who: "you" | "author" | "reviewer" | "system" | { handle: string };
  note: string | null;
};

/** What the audit says of a report. People are told apart by handles that say nothing about them. */
export function HistoryList({ history }: { history: readonly Entry[] }) {
  const t = useTranslations("moderation");
  const format = useMoments();
  return (
    <ol className="space-y-1">
      {history.map(({ number, at, action, who, note }) => (
        <li key={number}>
          {t("one.historyLine", {
            date: format.moment(at),
            what: t(`actions.${actionKey(action)}`),
            who: typeof who === "string" ? t(`one.${who}`) : t("one.moderator", who),
          })}
          {note ? <q className="ml-2">{note}</q> : null}
        </li>
      ))}
    </ol>
  );
}
