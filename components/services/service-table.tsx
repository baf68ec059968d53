import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { DisputeLine } from "@/components/claims/dispute-line";
import { MonthText } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { ShowOnMapButton } from "@/components/map/show-on-map-button";
import { RunBy } from "@/components/services/run-by";
import { StatusBadges } from "@/components/services/status-badges";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { ServiceRow } from "@/domain/figures/service-row";
import { isOnMap } from "@/domain/map/map-row";
import type { ListGroup } from "@/domain/pages/list-pages";
import { isApproximate } from "@/domain/places/place";
import type { ServiceCategory } from "@/domain/services/category";

/** The list behind every map: the same services, one a row; cards on phones. A long one has a heading for each kind of care. */
export function ServiceTable({
  services = [],
  groups = [{ category: null, total: services.length, services }],
  caption,
  hasMap = false,
  isAllOfOne = false,
  disputes,
}: {
  services?: readonly ServiceRow[];
  groups?: readonly ListGroup[];
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
    <table className="rows rows-close">
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
      {groups.map((group) => (
        <tbody key={group.category ?? "all"}>
          {group.category ? <GroupHeading {...group} category={group.category} /> : null}
          {group.services.map((service) => (
            <ServiceTableRow
              key={service.id}
              service={service}
              hasMap={hasMap}
              isAllOfOne={isAllOfOne}
              disputes={disputes?.get(service.id) ?? []}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** How many the list has of a kind, and how many of them this page. */
function GroupHeading({ category, total, services }: ListGroup & { category: ServiceCategory }) {
  const t = useTranslations("services");
  return (
    <tr data-heading="">
      <th scope="rowgroup" colSpan={5}>
        {t(`category.${category}`)}{" "}
        <span data-count="" className="font-normal text-ink-soft">
          {t("list.group", {
            isWhole: services.length === total ? "yes" : "no",
            shown: services.length,
            total,
          })}
        </span>
      </th>
    </tr>
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
    <tr data-kind={service.category} data-town={service.place?.town || undefined}>
      <th scope="row" className="font-normal">
        <What service={service} />
        <Disputes of={disputes.filter((dispute) => isAllOfOne || !ofRunner.includes(dispute))} />
      </th>
      {isAllOfOne ? null : (
        <td data-label={t("row.runBy")} data-provider="">
          <RunBy {...service} />
          <Disputes of={ofRunner} />
        </td>
      )}
      <td data-label={t("row.status")} data-state="">
        <StatusBadges service={service} />
      </td>
      <td data-label={t("row.checked")}>
        {service.lastConfirmedOn ? <MonthText date={service.lastConfirmedOn} /> : t("row.never")}
      </td>
      {hasMap ? (
        <td>{isOnMap(service) ? <ShowOnMapButton slug={service.slug} name={service.name} /> : null}</td>
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
  return (
    <>
      <LocalLink
        href={`/services/${service.slug}`}
        className="inline-block py-0.5 font-semibold max-md:block"
      >
        {service.name}
      </LocalLink>
      <span data-where="" className="text-base text-ink-soft">
        <Where service={service} />
      </span>
    </>
  );
}

/** What the name does not say already: most are "Eye care at SpaMedica Brighton". */
function Where({ service: { name, category, place, position } }: { service: ServiceRow }) {
  const t = useTranslations("services");
  const kind = t(`category.${category}`);
  const says = (words: string) => name?.toLowerCase().includes(words.toLowerCase()) ?? false;
  const parts = [
    says(kind) ? null : kind,
    place && (!says(place.name) || place.nameCy) ? <LocalName key="place" {...place} /> : null,
    place?.town && !place.name.includes(place.town) ? place.town : null,
    position && isApproximate(position.precision) ? t("row.approximate") : null,
  ].filter((part) => part !== null);
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
    <Fragment key={at}>
      {at > 0 ? " · " : null}
      {part}
    </Fragment>
  ));
}
