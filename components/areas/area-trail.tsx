import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { useLocalName } from "@/components/layout/local-name";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { AreaKind } from "@/domain/areas/area";
import type { AreaSummary } from "@/domain/pages/area-page";

/** The smallest first. */
const SMALLEST_FIRST: readonly AreaKind[] = [
  "constituency",
  "council",
  "icb",
  "health-board",
  "hsc-trust",
  "region",
  "nation",
];

/** Where the page of a record stands: under the smallest of its areas of whose kind it has only one. */
export function AreaTrail({ areas }: { areas: readonly AreaSummary[] }) {
  const t = useTranslations("areas");
  const common = useTranslations("common");
  const localPath = useLocalPath();
  const localName = useLocalName();
  const home = SMALLEST_FIRST.map((kind) => areas.filter((area) => area.kind === kind)).find(
    ({ length }) => length === 1,
  )?.[0];
  return (
    <Breadcrumbs
      label={common("breadcrumbs")}
      trail={[
        { href: localPath("/areas"), text: t("title") },
        ...(home
          ? [
              {
                href: localPath(`/areas/${home.kind}/${home.slug}`),
                text: localName({ name: home.nameEn, nameCy: home.nameCy }),
              },
            ]
          : []),
      ]}
    />
  );
}
