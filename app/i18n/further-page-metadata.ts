import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/app/i18n/page-metadata";
import type { Locale } from "@/domain/language/locale";
import { ALL_ROWS, type ListPage, listPagePath } from "@/domain/pages/list-pages";

/** What a page of a list is called: after its record, with which page of how many it is. After `pageLocale`. */
export async function furtherPageTitle({ number, pages, total }: ListPage, title: string): Promise<string> {
  const t = await getTranslations("services.list");
  return number === ALL_ROWS
    ? t("allTitle", { title, total })
    : t("pageTitle", { title, page: number, pages });
}

/**
 * A page of a list is a page of its own for search engines, which follow its links; the one of all rows is there for readers
 * and has nothing that the others have not.
 */
export async function furtherPageMetadata(
  locale: Locale,
  path: string,
  page: ListPage,
  { title, description }: { title: string; description: string },
): Promise<Metadata> {
  const words = { title: await furtherPageTitle(page, title), description };
  const metadata = await pageMetadata(locale, listPagePath(path, page.number), words);
  return page.number === ALL_ROWS ? { ...metadata, robots: { index: false } } : metadata;
}
