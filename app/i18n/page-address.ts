import { currentDefinition } from "@/components/counting/current-definition";
import { countingPath, isCountedPath } from "@/domain/figures/counting-path";
import { type Locale, localPath } from "@/domain/language/locale";
import { siteOrigin } from "@/env";

/**
 * The one address of a page, whatever led to it: a page that counts is a page of its own under each definition, one that
 * does not is the same as without it (docs/decisions/0012-a-definition-in-the-path.md).
 * @param pagePath without language and definition.
 */
export function canonicalPath(locale: Locale, pagePath: string): string {
  return localPath(locale, isCountedPath(pagePath) ? countingPath(currentDefinition(), pagePath) : pagePath);
}

/** The same with scheme and host, for what is read apart from the page: structured data, words to quote. */
export function canonicalUrl(locale: Locale, pagePath: string): string {
  const path = canonicalPath(locale, pagePath);
  // As Next writes it in the canonical link.
  return siteOrigin() + (path === "/" ? "" : path);
}
