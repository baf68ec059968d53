import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { soleSuccessor } from "@/domain/areas/area-history";
import type { EndedArea } from "@/domain/pages/area-page";

/** Where an area was that exists no more: when it ended, and which areas of today have its people. */
export function EndedAreaPage({ area }: { area: EndedArea }) {
  const t = useTranslations("areas");
  const common = useTranslations("common");
  const localPath = useLocalPath();
  const inWords = useDates();
  const name = useLocalName()({ name: area.nameEn, nameCy: area.nameCy });
  const { successors } = area;
  const values = {
    area: t(`named.${area.kind}`, { name }),
    date: area.validTo ? inWords(monthAfter(area.validTo)) : "none",
  };
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath("/areas"), text: t("title") },
          { href: localPath(`/areas#${area.kind}`), text: t(`kinds.${area.kind}`) },
        ]}
      />
      <PageTitle
        over={t("ended.over", { kind: t(`kind.${area.kind}`), date: area.validTo?.slice(0, 4) ?? "none" })}
        intro={
          <p id="answer">
            {soleSuccessor(successors) ? t("ended.merged", values) : t("ended.split", values)}
          </p>
        }
      >
        {name}
      </PageTitle>
      <ul className="max-w-line">
        {successors.map((next) => (
          <li key={next.id} className="border-rule border-b py-2">
            <LocalLink href={`/areas/${next.kind}/${next.slug}`} className="inline-block py-1 font-semibold">
              <LocalName name={next.nameEn} nameCy={next.nameCy} />
            </LocalLink>{" "}
            <span className="text-ink-soft">
              {next.share === null || soleSuccessor([next]) ? null : percent(next.share)}
            </span>
          </li>
        ))}
      </ul>
      {successors[0] ? (
        <p className="mt-3 max-w-line text-base text-ink-soft">{t(`ended.basis.${basis(successors[0])}`)}</p>
      ) : null}
      <p className="mt-6 max-w-line">{t("ended.lookUp")}</p>
    </>
  );
}

/** The month in which what came next began: the last day of the old area was the day before. */
function monthAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 7);
}

/** Never "0%" of what is some. */
function percent(share: number): string {
  return share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`;
}

function basis(successor: EndedArea["successors"][number]): "population" | "postcodes" {
  return successor.basis === "population" ? "population" : "postcodes";
}
