import { useFormatter, useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import { actionKey } from "@/components/reports/action-key";
import type { AuditAction } from "@/domain/audit/action";
import type { ReportPart } from "@/domain/reports/proposal";

type Entry = {
  number: number;
  at: Date;
  action: AuditAction;
  who: "you" | "author" | "reviewer" | "system" | { handle: string };
  note: string | null;
  changed: readonly ReportPart[];
};

/** What the audit says of a report. People are told apart by handles that say nothing about them. */
export function HistoryList({ history }: { history: readonly Entry[] }) {
  const t = useTranslations("moderation");
  const parts = useTranslations("reports.fields");
  const { list } = useFormatter();
  const format = useMoments();
  return (
    <ol className="space-y-1">
      {history.map(({ number, at, action, who, note, changed }) => (
        <li key={number}>
          {t("one.historyLine", {
            date: format.moment(at),
            what: t(`actions.${actionKey(action)}`),
            who: typeof who === "string" ? t(`one.${who}`) : t("one.moderator", who),
          })}
          {changed.length > 0
            ? `. ${t("one.historyChanged", { parts: list(changed.map((part) => parts(part))) })}`
            : null}
          {note ? <q className="ml-2">{note}</q> : null}
        </li>
      ))}
    </ol>
  );
}
