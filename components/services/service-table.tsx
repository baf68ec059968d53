import { useTranslations } from "next-intl";
import { MonthText } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { ShowOnMapButton } from "@/components/map/show-on-map-button";
import { RunBy } from "@/components/services/run-by";
import { StatusBadges } from "@/components/services/status-badges";
import type { ServiceRow } from "@/domain/figures/service-row";
import { isApproximate } from "@/domain/places/place";

/** The list behind every map: the same services, one a row; cards on phones. */
export function ServiceTable({
  services,
  caption,
  hasMap = false,
  isAllOfOne = false,
}: {
  services: readonly ServiceRow[];
  caption: string;
  /** Whether the page has a map, whose script brings the "Show on map" buttons to life. */
  hasMap?: boolean;
  /** Whether one organisation runs them all, which its page says already. */
  isAllOfOne?: boolean;
}) {
  const t = useTranslations("services.row");
  return (
    <table className="rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("what")}</th>
          {isAllOfOne ? null : <th scope="col">{t("runBy")}</th>}
          <th scope="col">{t("status")}</th>
          <th scope="col">{t("checked")}</th>
          {hasMap ? <th scope="col">{t("mapColumn")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceTableRow key={service.id} service={service} hasMap={hasMap} isAllOfOne={isAllOfOne} />
        ))}
      </tbody>
    </table>
  );
}

function ServiceTableRow({
  service,
  hasMap,
  isAllOfOne,
}: {
  service: ServiceRow;
  hasMap: boolean;
  isAllOfOne: boolean;
}) {
  const t = useTranslations("services");
  return (
    <tr>
      <th scope="row" className="font-normal">
        <What service={service} />
      </th>
      {isAllOfOne ? null : (
        <td data-label={t("row.runBy")}>
          <RunBy {...service} />
        </td>
      )}
      <td data-label={t("row.status")}>
        <StatusBadges service={service} />
      </td>
      <td data-label={t("row.checked")}>
        {service.lastConfirmedOn ? <MonthText date={service.lastConfirmedOn} /> : t("row.never")}
      </td>
      {hasMap ? (
        <td>
          {service.position && service.slug && service.name ? (
            <ShowOnMapButton slug={service.slug} name={service.name} />
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

/** The kind of care and the place; of a service shown by area only, the kind of care and why there is no place. */
function What({ service }: { service: ServiceRow }) {
  const t = useTranslations("services");
  if (!service.slug) {
    return (
      <>
        <span className="font-semibold">{t(`category.${service.category}`)}</span>
        <span className="block text-base text-ink-soft">
          {t(service.isProviderHidden ? "row.nameHidden" : "row.areaOnly")}
        </span>
      </>
    );
  }
  const { place, position } = service;
  return (
    <>
      <LocalLink href={`/services/${service.slug}`} className="inline-block py-0.5 font-semibold">
        {service.name}
      </LocalLink>
      <span className="block text-base text-ink-soft">
        {t(`category.${service.category}`)}
        {place ? (
          <>
            {" · "}
            <LocalName name={place.name} nameCy={place.nameCy} />
            {place.town && !place.name.includes(place.town) ? `, ${place.town}` : null}
          </>
        ) : null}
        {position && isApproximate(position.precision) ? ` · ${t("row.approximate")}` : null}
      </span>
    </>
  );
}
