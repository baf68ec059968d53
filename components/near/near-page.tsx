import { useTranslations } from "next-intl";
import { AnswerText } from "@/components/areas/answer-text";
import { CountingLine } from "@/components/counting/counting-line";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { useCardSettings } from "@/components/map/live/use-live-settings";
import { TipLink } from "@/components/tips/tip-link";
import type { FoundUnit } from "@/domain/look-up/found-unit";
import { nearPath } from "@/domain/look-up/found-unit";
import type { NearArea, NearPageData, NearService } from "@/domain/pages/near-page";
import type { Definition } from "@/domain/providers/legal-form";
import { type AreaNode, NearAnswer } from "./near-answer";
import { useNearWords } from "./use-near-words";

/**
 * What is near a postcode of a district. One page for everybody in it: which of its services are the nearest, and which of
 * its areas are the reader's, the reader's browser picks.
 * @param posted of a form that was posted without scripts
 */
export function NearPage({
  page,
  services,
  posted = null,
}: {
  page: NearPageData;
  services: readonly NearService[];
  posted?: FoundUnit | null;
}) {
  const t = useTranslations("near");
  const { outcode, definition, middle, view } = page;
  return (
    <>
      <PageTitle>{t("heading", { outcode })}</PageTitle>
      <NearAnswer
        outcode={outcode}
        posted={posted}
        services={services}
        middle={middle}
        view={view}
        definition={definition}
        words={useNearWords(outcode, view)}
        {...useCardSettings()}
        areas={page.areas.map(
          (one): AreaNode => ({
            kind: one.area.kind,
            slug: one.area.slug,
            says: <AreaSays of={one} definition={definition} />,
          }),
        )}
      />
      <CountingLine definition={definition} path={nearPath(outcode)} />
      <h2 className="mt-10 mb-3 border-ink border-t pt-3">{t("again")}</h2>
      <LookUpBox />
      <p className="mt-4">
        <TipLink />
      </p>
    </>
  );
}

/** An area and the first sentence of its page. */
function AreaSays({ of, definition }: { of: NearArea; definition: Definition }) {
  const t = useTranslations("areas.kind");
  const { area, parts } = of;
  const { kind, slug, nameEn, nameCy } = area;
  return (
    <>
      <p className="text-base text-ink-soft">{t(kind)}</p>
      <p className="font-semibold">
        <LocalLink href={`/areas/${kind}/${slug}`} className="inline-block py-1">
          <LocalName name={nameEn} nameCy={nameCy} />
        </LocalLink>
      </p>
      <p>
        <AnswerText area={area} parts={parts} definition={definition} />
      </p>
    </>
  );
}
