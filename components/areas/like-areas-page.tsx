import { useTranslations } from "next-intl";
import { CompareMap } from "@/components/areas/compare-map";
import { CountingLine } from "@/components/counting/counting-line";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { hasRegisterOf } from "@/domain/areas/coverage";
import { comparableRange, ENOUGH_PLACES, LIKE_ORDERS, likePath } from "@/domain/figures/compare-services";
import type { Range } from "@/domain/figures/ranked-ranges";
import type { LikeAreasData } from "@/domain/pages/comparison-page";
import type { Definition } from "@/domain/providers/legal-form";

/** Areas of one kind in one nation: services we know of, and of their GP practices what is known and what is not. */
export function LikeAreasPage({ page, definition }: { page: LikeAreasData; definition: Definition }) {
  const t = useTranslations("share-of-care.like");
  const areas = useTranslations("areas");
  const common = useTranslations("common");
  const nations = useTranslations("common.nation");
  const compare = useTranslations("share-of-care.compare");
  const localPath = useLocalPath();
  const counting = useCountingValue()(definition);
  const { kind, nation, order, rows } = page;
  const like = { kind, nation };
  const named = { kind: areas(`kinds.${kind}`), nation: nations(nation) };
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath("/areas"), text: areas("title") },
          { href: localPath("/areas/compare"), text: compare("title") },
        ]}
      />
      <PageTitle intro={t("intro")}>
        {order === LIKE_ORDERS[0] ? t("title", named) : t("titleBy", { ...named, order })}
      </PageTitle>
      <CountingLine definition={definition} path={likePath(like, order)} unknown={page.unknown} />
      <nav aria-label={t("orderLabel")} className="mt-4 mb-3">
        <span className="font-semibold">{t("orderLabel")}</span>{" "}
        {LIKE_ORDERS.map((other, index) => (
          <span key={other}>
            {index > 0 ? " · " : null}
            <LocalLink
              href={likePath(like, other)}
              aria-current={other === order ? "page" : undefined}
              className="inline-block py-2 aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {t(`order.${other}`)}
            </LocalLink>
          </span>
        ))}
      </nav>
      <table className="rows">
        <caption className="sr-only">{t("caption", { ...named, order, counting })}</caption>
        <thead>
          <tr>
            {order === "practices" ? <th scope="col">{t("rank")}</th> : null}
            <th scope="col">{t("area")}</th>
            <th scope="col">{t("services")}</th>
            <th scope="col">{t("practices")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.area.id} row={row} hasRank={order === "practices"} />
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-line">{t("meaning", { least: ENOUGH_PLACES })}</p>
      {hasRegisterOf(nation, "gp-practice") ? (
        <CompareMap
          by={kind === "council" ? "practices-of-councils" : "practices-of-bodies"}
          nation={nation}
          definition={definition}
        />
      ) : null}
      <p className="mt-6">
        <LocalLink href="/areas/compare" className="inline-block py-2">
          {t("all")}
        </LocalLink>
      </p>
    </>
  );
}

/** Whether both ends are the same in whole hundredths. */
const readsSame = ({ low, high }: Range) => Math.round(100 * low) === Math.round(100 * high);

function Row({ row, hasRank }: { row: LikeAreasData["rows"][number]; hasRank: boolean }) {
  const t = useTranslations("share-of-care.like");
  const { area, services, practices, outsourced, notKnown, rank, main } = row;
  const range = comparableRange(row);
  const noRank = range ? t("noRank") : t("tooFew", { least: ENOUGH_PLACES });
  return (
    <tr>
      {hasRank ? <td data-label={t("rank")}>{rank ?? noRank}</td> : null}
      <th scope="row" className="text-left font-normal">
        <LocalLink href={`/areas/${area.kind}/${area.slug}`} className="inline-block py-0.5 font-semibold">
          <LocalName name={area.nameEn} nameCy={area.nameCy} />
        </LocalLink>
      </th>
      <td data-label={t("services")}>
        {services}
        {main.map((runner) => (
          <span key={runner.slug} className="block text-base text-ink-soft">
            {t("main", { name: runner.name, services: runner.services })}
          </span>
        ))}
      </td>
      <td data-label={t("practices")}>
        {practices === 0 ? (
          t("noList")
        ) : (
          <>
            {range ? (
              <span className="font-semibold">{t(readsSame(range) ? "same" : "range", range)}</span>
            ) : null}{" "}
            <span className="text-base text-ink-soft">{t("cell", { outsourced, practices, notKnown })}</span>
          </>
        )}
      </td>
    </tr>
  );
}
