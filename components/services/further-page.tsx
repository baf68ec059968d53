import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ListOnePage } from "@/components/services/list-one-page";
import { ListTotalsLine } from "@/components/services/list-totals-line";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { ListPage } from "@/domain/pages/list-pages";
import type { Definition } from "@/domain/providers/legal-form";

/** A page of a record's list after the first, or all of the list: the rows alone, and the way back to the record. */
export function FurtherPage({
  page,
  heading,
  record,
  services,
  definition,
  mapPath,
  caption,
  isAllOfOne = false,
}: {
  page: ListPage;
  heading: string;
  /** The area or provider whose list it is. */
  record: { name: string; path: string };
  services: readonly ServiceRow[];
  definition: Definition;
  mapPath: string;
  caption: string;
  isAllOfOne?: boolean;
}) {
  const common = useTranslations("common");
  const localPath = useLocalPath();
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(record.path), text: record.name }]}
      />
      <PageTitle>{heading}</PageTitle>
      <Section id="services" title={caption}>
        <ListTotalsLine services={services} definition={definition} />
        <ListOnePage
          page={page}
          services={services}
          caption={caption}
          mapPath={mapPath}
          isAllOfOne={isAllOfOne}
          path={record.path}
          hasMap={page.number === "all"}
        />
      </Section>
    </>
  );
}
