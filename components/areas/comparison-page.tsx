import { useTranslations } from "next-intl";
import { CompareMap } from "@/components/areas/compare-map";
import { orderInWords } from "@/components/areas/order-in-words";
import { ShareComparisonTable } from "@/components/areas/share-comparison-table";
import { NamedBeside } from "@/components/areas/share-of-care";
import { useRangeInWords } from "@/components/areas/use-range-in-words";
import { CountingLine } from "@/components/counting/counting-line";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { RemainderLine } from "@/components/counting/remainder-line";
import { useDates } from "@/components/layout/date-text";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { useLocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import { likePath } from "@/domain/figures/compare-services";
import {
  COMPARE_ORDERS,
  type CompareOrder,
  columnOf,
  ENOUGH_TREATMENTS,
} from "@/domain/figures/compare-shares";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { ComparedBody, ComparisonPageData } from "@/domain/pages/comparison-page";
import { restOfHealthBodies } from "@/domain/pages/remainders";
import type { Definition } from "@/domain/providers/legal-form";

const pathOf = (order: CompareOrder) =>
  order === COMPARE_ORDERS[0] ? "/areas/compare" : `/areas/compare/${order}`;

/** Areas held against each other: in a sentence, in an order that the reader chooses by a link, and where it is not fair. */
export function ComparisonPage({
  page,
  definition,
  order,
}: {
  page: ComparisonPageData;
  definition: Definition;
  order: CompareOrder;
}) {
  const t = useTranslations("share-of-care.compare");
  const share = useTranslations("share-of-care");
  const areas = useTranslations("areas");
  const common = useTranslations("common");
  const localPath = useLocalPath();
  const localName = useLocalName();
  const nameOf = ({ nameEn, nameCy }: AreaSummary) => localName({ name: nameEn, nameCy });
  const inWords = useDates();
  const counting = useCountingValue()(definition);
  const { ranked, notEnough } = page.healthBodies;
  const nations = useTranslations("common.nation");
  const inRange = useRangeInWords();
  const column = columnOf(order);
  const percent = (of: Pick<ComparedBody, "share" | "notKnown">) =>
    inRange(of.share[column], of.notKnown[column]);
  const [most] = ranked;
  const least = ranked.at(-1);
  // Where another could be as large, or as small, neither is named.
  const areKnown = most?.rank === 1 && least?.rank === ranked.length;
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath("/areas"), text: areas("title") }]}
      />
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <CountingLine definition={definition} path={pathOf(order)} />
      <Section id="treatment" title={t("treatmentTitle")}>
        {most && least && order !== "name" ? (
          <p id="answer" className="mb-3 max-w-line">
            {t(areKnown ? "sentence" : "sentenceRange", {
              order: orderInWords(order),
              counting,
              month: inWords(page.month),
              most: nameOf(most.area),
              mostPercent: percent(most),
              least: nameOf(least.area),
              leastPercent: percent(least),
              england: percent({ share: page.england, notKnown: page.englandNotKnown }),
            })}
          </p>
        ) : null}
        <nav aria-label={t("orderLabel")} className="mb-3">
          <span className="font-semibold">{t("orderLabel")}</span>{" "}
          {COMPARE_ORDERS.map((other, index) => (
            <span key={other}>
              {index > 0 ? " · " : null}
              <LocalLink
                href={pathOf(other)}
                aria-current={other === order ? "page" : undefined}
                className="inline-block py-2 aria-[current=page]:font-semibold aria-[current=page]:no-underline"
              >
                {t(`order.${other}`)}
              </LocalLink>
            </span>
          ))}
        </nav>
        <ShareComparisonTable
          ranked={ranked}
          caption={t("caption", { order: orderInWords(order), counting })}
        />
        {notEnough.length > 0 ? (
          <p className="mt-3 max-w-line">
            {t("notEnough", {
              least: ENOUGH_TREATMENTS,
              healthBodies: notEnough.map(({ area }) => nameOf(area)).join(", "),
            })}
          </p>
        ) : null}
        <RemainderLine what="healthBodies" of={restOfHealthBodies(page)} />
        {page.england.unknown > 0 ? (
          <p className="mt-3 max-w-line">
            {t("unknown", {
              count: page.england.unknown,
              number: share("number", { count: page.england.unknown }),
            })}
            <NamedBeside organisations={page.unknownCarers} />.
          </p>
        ) : null}
        <p className="mt-3 max-w-line">{t("meaning")}</p>
        <CompareMap by="waits" nation="england" definition={definition} />
        <p className="mt-3 max-w-line">{t("others")}</p>
        <p className="mt-3 max-w-line text-base text-ink-soft">
          {share("source", {
            publisher: "NHS England",
            title: "Consultant-led referral to treatment waiting times",
            month: inWords(page.month),
          })}
        </p>
      </Section>
      <Section id="places" title={t("placesTitle")}>
        <p className="mb-3 max-w-line">{t("placesWhy")}</p>
        <ul className="max-w-line">
          {page.lists.map(({ kind, nation, areas: count }) => (
            <li key={`${kind} ${nation}`}>
              <LocalLink href={likePath({ kind, nation })} className="inline-block min-h-11 py-2">
                {t("list", { kind: areas(`kinds.${kind}`), nation: nations(nation), areas: count })}
              </LocalLink>
            </li>
          ))}
        </ul>
        <p className="mt-3 max-w-line">{t("constituencies")}</p>
        <p className="mt-3 max-w-line">
          <LocalLink href="/coverage">{t("toCoverage")}</LocalLink>
        </p>
      </Section>
    </>
  );
}
