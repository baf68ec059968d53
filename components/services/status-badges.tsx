import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { Badge } from "@/components/ui/badge";
import type { ServiceRow } from "@/domain/figures/service-row";
import { statusKey } from "@/domain/services/status-key";

/** What is out of the ordinary about a service. A service that simply runs has no badge. */
export function StatusBadges({
  service,
}: {
  service: Pick<
    ServiceRow,
    "status" | "mayHaveEnded" | "notCounted" | "quietIn" | "listedCentreOn" | "visibility"
  >;
}) {
  const t = useTranslations("services");
  const dates = useDates();
  const key = statusKey(service);
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {key === "status.operating" ? t(key) : null}
      {key === "status.planned" ? <Badge>{t("badge.planned")}</Badge> : null}
      {key === "badge.listedCentre" ? (
        <Badge>{t(key, { month: dates(service.listedCentreOn?.slice(0, 7) ?? "") })}</Badge>
      ) : null}
      {service.status === "ended" ? <Badge>{t("badge.ended")}</Badge> : null}
      {service.status === "operating" && key !== "status.operating" ? (
        <Badge tone="warning">{t(key, { month: dates(service.quietIn ?? "") })}</Badge>
      ) : null}
      {service.visibility === "disputed" ? <Badge tone="warning">{t("badge.disputed")}</Badge> : null}
    </span>
  );
}
