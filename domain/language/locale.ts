import { isOneOf } from "@/domain/lists/is-one-of";

/** Languages of the site. English addresses have no prefix; Welsh ones begin with /cy. */
export const LOCALES = ["en", "cy"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return isOneOf(LOCALES, value);
}

/**
 * The address of a page in a language: `/areas` is `/areas` in English and `/cy/areas` in Welsh.
 * @param path begins with "/" and has no language in it; a query and fragment are kept.
 */
export function localPath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  if (path === "/") return `/${locale}`;
  return /^\/[?#]/.test(path) ? `/${locale}${path.slice(1)}` : `/${locale}${path}`;
}

/** The address without its language: what `/cy/areas`, `/en/areas` and `/areas` have in common. */
export function withoutLocale(path: string): string {
  const rest = path.replace(/^\/(?:en|cy)(?=[/?#]|$)/, "");
  return rest.startsWith("/") ? rest : `/${rest}`;
}
