import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { NearbyService } from "@/domain/pages/nearby";
import { inMiles } from "@/domain/places/distance";

/** Services at other places with how far they are, as the crow flies. */
export function NearbyList({ services }: { services: readonly NearbyService[] }) {
  const t = useTranslations("places");
  return (
    <ul className="max-w-line">
      {services.map((service) => (
        <li key={service.id} className="border-rule border-b py-1.5">
          <LocalLink href={`/services/${service.slug}`} className="inline-block py-1">
            {service.name}
          </LocalLink>{" "}
          <span className="text-base text-ink-soft">
            <LocalName name={service.place.name} nameCy={service.place.nameCy} /> ·{" "}
            {t("distance", { miles: inMiles(service.metres) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
