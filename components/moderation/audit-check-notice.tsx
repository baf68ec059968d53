import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import { Notice } from "@/components/ui/notice";
import { type ChainState, headText } from "@/domain/audit/chain-state";

/** What the last check of the audit found. */
export function AuditCheckNotice({ check }: { check: (ChainState & { at: string }) | null }) {
  const t = useTranslations("moderation.audit");
  const format = useMoments();
  if (!check) return <p className="mb-4">{t("checkNever")}</p>;
  const date = format.moment(new Date(check.at));
  if (check.faultAt !== null) {
    return (
      <Notice tone="important" title={t("checkTitle")}>
        <p>{t("checkBroken", { date, number: check.faultAt })}</p>
      </Notice>
    );
  }
  return (
    <p className="mb-4">
      {t("checkHolds", { date, count: check.entries })}{" "}
      <code className="break-all">{headText(check.head)}</code>
    </p>
  );
}
