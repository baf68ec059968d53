import { getTranslations } from "next-intl/server";
import { canonicalUrl } from "@/app/i18n/page-address";
import { JsonLd } from "@/components/layout/json-ld";
import type { Locale } from "@/domain/language/locale";

type Props = {
  locale: Locale;
  /** Without language and definition. */
  path: string;
  name: string;
  type?: "WebPage" | "AboutPage" | "CollectionPage" | "ContactPage" | "SearchResultsPage";
  /** What the page is chiefly about or made of, where that is more than its own words. */
  mainEntity?: Record<string, unknown>;
};

/** What a page is, for machines: its kind, name and address, and the site that it is part of. */
export async function StructuredPage({ locale, path, name, type = "WebPage", mainEntity }: Props) {
  const t = await getTranslations("common");
  return (
    <JsonLd
      data={{
        "@type": type,
        url: canonicalUrl(locale, path),
        name,
        inLanguage: "en-GB",
        isPartOf: { "@type": "WebSite", name: t("siteName"), url: canonicalUrl(locale, "/") },
        ...(mainEntity ? { mainEntity } : {}),
      }}
    />
  );
}
