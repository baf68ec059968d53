import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { countingValue } from "@/components/counting/definition-in-words";
import { dateInWords } from "@/domain/dates/in-words";
import type { Locale } from "@/domain/language/locale";
import type { AreaPageData, EndedArea } from "@/domain/pages/area-page";

/** Title and description of an area's page: the description is the answer itself. */
export async function areaMetadata(locale: Locale, page: AreaPageData): Promise<Metadata> {
  const t = await getTranslations("areas");
  const nation = await getTranslations("common.nation");
  const words = await getTranslations("counting");
  const { area, counts } = page;
  const counting = countingValue(words, counts.definition);
  const name = t(`named.${area.kind}`, {
    name: locale === "cy" && area.nameCy ? area.nameCy : area.nameEn,
  });
  const sentences = page.answer.map(({ key, values }) =>
    t.markup(`answer.${key}`, {
      ...values,
      area: name,
      counting,
      nation: nation(area.nation),
      on: "on" in values ? dateInWords(values.on, "en") : "",
      date: "date" in values && values.date ? dateInWords(values.date, "en") : "none",
      from: "from" in values && values.from ? dateInWords(values.from, "en") : "none",
      copy: "copy" in values ? dateInWords(values.copy, "en") : "",
      name: (chunks) => chunks,
    }),
  );
  return pageMetadata(locale, `/areas/${area.kind}/${area.slug}`, {
    title: t("page.metaTitle", { area: name, counting }),
    description: sentences.join(" "),
  });
}

/** Title of the page of an area that exists no more. */
export async function endedMetadata(locale: Locale, area: EndedArea): Promise<Metadata> {
  const t = await getTranslations("areas");
  const name = locale === "cy" && area.nameCy ? area.nameCy : area.nameEn;
  return {
    ...(await pageMetadata(locale, `/areas/${area.kind}/${area.slug}`, {
      title: t("ended.metaTitle", { area: t(`named.${area.kind}`, { name }) }),
      description: t("ended.lookUp"),
    })),
    robots: { index: false },
  };
}
