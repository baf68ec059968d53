import { useTranslations } from "next-intl";
import { DisputeLine } from "@/components/claims/dispute-line";
import { MonthText } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { ShowOnMapButton } from "@/components/map/show-on-map-button";
import { RunBy } from "@/components/services/run-by";
import { StatusBadges } from "@/components/services/status-badges";
import type { DisputeRead } from "@/domain/complaints/complaint";
import type { ServiceRow } from "@/domain/figures/service-row";
import { isApproximate } from "@/domain/places/place";

/** The list behind every map: the same services, one a row; cards on phones. */
export function ServiceTable({
  services,
  caption,
  hasMap = false,
  isAllOfOne = false,
  disputes,
}: {
  services: readonly ServiceRow[];
  caption: string;
  /** Whether the page has a map, whose script brings the "Show on map" buttons to life. */
  hasMap?: boolean;
  /** Whether one organisation runs them all, which its page says already. */
  isAllOfOne?: boolean;
  /** What is disputed about each, by its id, where the page says it beside the fact. */
  disputes?: ReadonlyMap<string, DisputeRead[]>;
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
          <ServiceTableRow
            key={service.id}
            {...{ service, hasMap, isAllOfOne }}
            disputes={disputes?.get(service.id) ?? []}
          />
        ))}
      </tbody>
    </table>
  );
}

function ServiceTableRow({
  service,
  hasMap,
  isAllOfOne,
  disputes,
}: {
  service: ServiceRow;
  hasMap: boolean;
  isAllOfOne: boolean;
  disputes: readonly DisputeRead[];
}) {
  const t = useTranslations("services");
  const ofRunner = disputes.filter(isOfRunner);
  return (
    <tr>
      <th scope="row" className="font-normal">
        <What service={service} />
        <Disputes of={disputes.filter((dispute) => isAllOfOne || !ofRunner.includes(dispute))} />
      </th>
      {isAllOfOne ? null : (
        <td data-label={t("row.runBy")}>
          <RunBy {...service} />
          <Disputes of={ofRunner} />
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

/** Who runs it is said beside its name; so is what is disputed about that. */
function isOfRunner({ field }: DisputeRead): boolean {
  return field === "provider" || field === "provider-kind";
}

function Disputes({ of }: { of: readonly DisputeRead[] }) {
  return of.map((dispute) => <DisputeLine key={dispute.id} dispute={dispute} />);
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
        {/* It has no page to say so on. Its id tells nothing of where it is. */}
        <LocalLink href={`/complaints/services/${service.id}`} className="inline-block py-0.5 text-base">
          {t("page.problem")}
        </LocalLink>
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
