import { useTranslations } from "next-intl";
import { ServiceTable } from "@/components/services/service-table";
import { Section } from "@/components/ui/section";
import type { ServiceRow } from "@/domain/figures/service-row";
import { townsOf } from "@/domain/pages/towns-of";

/** The services that may be in an area or beside it, which count in none: by the towns that their sources name, and those without one. */
export function SharedTownSections({ services, area }: { services: readonly ServiceRow[]; area: string }) {
  const t = useTranslations("areas.page");
  const inTown = services.filter(({ place }) => place?.town);
  const named = services.filter(({ place }) => !place?.town);
  const parts = [
    { id: "shared-towns", title: t("sharedTownsTitle", { towns: townsOf(inTown).join(", ") }), of: inTown },
    { id: "named-after", title: t("namedAfterTitle"), of: named },
  ] as const;
  return parts
    .filter(({ of }) => of.length > 0)
    .map(({ id, title, of }) => (
      <Section
        key={id}
        id={id}
        title={title}
        note={t(id === "named-after" ? "namedAfterNote" : "sharedTownsNote", { area })}
      >
        <ServiceTable services={of} caption={title} />
      </Section>
    ));
}
