import { useTranslations } from "next-intl";
import { DisputeLine } from "@/components/claims/dispute-line";
import { Notice } from "@/components/ui/notice";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { Visibility } from "@/domain/services/service";

/** Above the facts of a disputed entry; each dispute stands once more beside the fact it is about. */
export function DisputeNotice({
  visibility,
  disputes,
}: {
  visibility: Visibility;
  disputes: readonly DisputeRead[];
}) {
  const t = useTranslations("services.page");
  if (visibility !== "disputed") return null;
  return (
    <Notice tone="important" title={t("disputedTitle")}>
      <p>{t(disputes.some(({ isFromReader }) => isFromReader) ? "disputed" : "disputedByModerator")}</p>
      {disputes.map((dispute) => (
        <DisputeLine key={dispute.id} dispute={dispute} />
      ))}
    </Notice>
  );
}
