import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openGraph } from "@/app/i18n/open-graph";
import { canonicalPath } from "@/app/i18n/page-address";
import { currentDefinition } from "@/components/counting/current-definition";
import { isCountedPath } from "@/domain/figures/counting-path";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "@/domain/language/locale";
import { sharePath } from "@/domain/pages/share-path";
import { DEFAULT_DEFINITION, isChosen } from "@/domain/providers/legal-form";

/**
 * Title, description, canonical link, the same page in the other language, and what a shared link shows. Search engines
 * keep the presets of what counts, and are asked not to wander through the hundreds of sets that readers can choose
 * (docs/decisions/0012-a-definition-in-the-path.md).
 * @param pagePath the page's address without its language and definition.
 */
export async function pageMetadata(
  locale: Locale,
  pagePath: string,
  { title, description }: { title: string; description: string },
): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "common" });
  const definition = currentDefinition();
  const picture = sharePath(pagePath, definition === DEFAULT_DEFINITION || !isCountedPath(pagePath));
  const path = canonicalPath(locale, pagePath);
  const languages = Object.fromEntries(LOCALES.map((other) => [other, canonicalPath(other, pagePath)]));
  return {
    title,
    description,
    ...(isChosen(definition) ? { robots: { index: false, follow: false } } : {}),
    alternates: {
      canonical: path,
      languages: { ...languages, "x-default": canonicalPath(DEFAULT_LOCALE, pagePath) },
    },
    openGraph: openGraph({ locale, siteName: t("siteName"), path, title, description, picture }),
    // The picture once: whoever reads these names falls back to the others for it.
    twitter: { card: "summary_large_image", images: [] },
  };
}
