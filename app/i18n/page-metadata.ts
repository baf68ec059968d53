import type { Metadata } from "next";
import { DEFAULT_LOCALE, LOCALES, type Locale, localPath } from "@/domain/language/locale";

/**
 * Title, description, canonical link, the same page in the other language, and what a shared link shows.
 * @param path the page's address without its language.
 */
export function pageMetadata(
  locale: Locale,
  path: string,
  { title, description }: { title: string; description: string },
): Metadata {
  const languages = Object.fromEntries(LOCALES.map((other) => [other, localPath(other, path)]));
  return {
    title,
    description,
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
