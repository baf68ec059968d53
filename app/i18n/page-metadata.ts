import type { Metadata } from "next";
import { currentDefinition } from "@/components/counting/current-definition";
import { countingPath, isCountedPath } from "@/domain/figures/counting-path";
import { DEFAULT_LOCALE, LOCALES, type Locale, localPath } from "@/domain/language/locale";
import { isChosen } from "@/domain/providers/legal-form";

/**
 * Title, description, canonical link, the same page in the other language, and what a shared link shows. A page that
 * counts is a page of its own under each definition; one that does not is the same page as without it. Search engines
 * keep the presets, and are asked not to wander through the hundreds of sets that readers can choose
 * (docs/decisions/0012-a-definition-in-the-path.md).
 * @param pagePath the page's address without its language and definition.
 */
export function pageMetadata(
  locale: Locale,
  pagePath: string,
  { title, description }: { title: string; description: string },
): Metadata {
  const definition = currentDefinition();
  const path = isCountedPath(pagePath) ? countingPath(definition, pagePath) : pagePath;
  const languages = Object.fromEntries(LOCALES.map((other) => [other, localPath(other, path)]));
  return {
    title,
    description,
    ...(isChosen(definition) ? { robots: { index: false, follow: false } } : {}),
    alternates: {
      canonical: localPath(locale, path),
      languages: { ...languages, "x-default": localPath(DEFAULT_LOCALE, path) },
    },
    openGraph: {
      title,
      description,
      url: localPath(locale, path),
      type: "website",
      locale: locale === "cy" ? "cy_GB" : "en_GB",
    },
  };
}
