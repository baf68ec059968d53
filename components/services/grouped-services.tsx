import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { ServiceTable } from "@/components/services/service-table";
import type { ServiceRow } from "@/domain/services/service-row";

type Group = { region: ServiceRow["region"]; services: readonly ServiceRow[] };

/** The list behind the map of the whole country, by region or nation. */
export function GroupedServices({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations("home");
  return groups.map(({ region, services }) => (
    <section key={region?.slug ?? "elsewhere"} aria-label={region?.name ?? t("elsewhere")} className="mt-6">
      <h3>
        {region ? (
          <LocalLink href={`/areas/region/${region.slug}`} className="inline-block py-1">
            <LocalName name={region.name} nameCy={region.nameCy} />
          </LocalLink>
        ) : (
          t("elsewhere")
        )}
      </h3>
      <ServiceTable services={services} caption={region?.name ?? t("elsewhere")} hasMap />
    </section>
  ));
}
