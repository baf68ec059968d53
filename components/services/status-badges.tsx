import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ServiceRow } from "@/domain/figures/service-row";

/** What is out of the ordinary about a service. A service that simply runs has no badge. */
export function StatusBadges({
  service,
}: {
  service: Pick<ServiceRow, "status" | "mayHaveEnded" | "isNoLongerListed" | "visibility">;
}) {
  const t = useTranslations("services");
  const doubtful = service.status === "operating" && service.mayHaveEnded;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {service.status === "operating" && !doubtful ? t("status.operating") : null}
      {service.status === "planned" ? <Badge>{t("badge.planned")}</Badge> : null}
      {service.status === "ended" ? <Badge>{t("badge.ended")}</Badge> : null}
      {doubtful ? (
        <Badge tone="warning">
          {t(service.isNoLongerListed ? "badge.noLongerListed" : "badge.mayHaveEnded")}
        </Badge>
      ) : null}
      {service.visibility === "disputed" ? <Badge tone="warning">{t("badge.disputed")}</Badge> : null}
    </span>
  );
}
