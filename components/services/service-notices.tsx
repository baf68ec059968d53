import { useTranslations } from "next-intl";
import { DisputeNotice } from "@/components/claims/dispute-notice";
import { useDates } from "@/components/layout/date-text";
import { Notice } from "@/components/ui/notice";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { ServiceRow } from "@/domain/figures/service-row";
import { isApproximate } from "@/domain/places/place";
import { isRunning } from "@/domain/services/running";

const REASONS = ["register-entry-ended", "no-longer-listed", "reported"] as const;

/** What a reader must know before anything else about a service, each in a box of its own. */
export function ServiceNotices({
  service,
  disputes,
}: {
  service: ServiceRow;
  disputes: readonly DisputeRead[];
}) {
  const t = useTranslations("services.page");
  const dates = useDates();
  const month = dates(service.quietIn ?? "");
  const reason = REASONS.find((known) => known === service.mayHaveEndedReason);
  return (
    <div className="mt-6 space-y-4">
      <DisputeNotice visibility={service.visibility} disputes={disputes} />
      {service.status === "operating" && service.notCounted === "little-activity" ? (
        <Notice tone="important" title={t("littleActivityTitle", { month })}>
          <p>{t("littleActivity", { month })}</p>
        </Notice>
      ) : null}
      {service.status === "operating" && service.notCounted === "no-longer-listed" ? (
        <Notice tone="important" title={t("noLongerListedTitle")}>
          <p>{t("noLongerListed")}</p>
        </Notice>
      ) : null}
      {isRunning(service) && reason ? (
        <Notice tone="important" title={t("mayHaveEndedTitle")}>
          <p>{t(`mayHaveEnded.${reason}`)}</p>
        </Notice>
      ) : null}
      {service.status === "planned" && service.listedCentreOn ? (
        <Notice title={t("listedCentreTitle")}>
          <p>
            {t("listedCentre", {
              announced: dates(service.lastConfirmedOn?.slice(0, 7) ?? ""),
              listed: dates(service.listedCentreOn.slice(0, 7)),
            })}
          </p>
        </Notice>
      ) : null}
      {service.status === "planned" && !service.listedCentreOn ? (
        <Notice title={t("plannedTitle")}>
          <p>{t("planned")}</p>
        </Notice>
      ) : null}
      {service.status === "ended" ? (
        <Notice title={t("endedTitle")}>
          <p>{t("endedUndated")}</p>
        </Notice>
      ) : null}
      {service.position && isApproximate(service.position.precision) ? (
        <Notice title={t("approximateTitle")}>
          <p>{t("approximate")}</p>
        </Notice>
      ) : null}
      <p className="max-w-line">{t("free")}</p>
    </div>
  );
}
