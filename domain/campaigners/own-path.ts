import { DEFAULT_LOCALE, LOCALES, type Locale } from "@/domain/language/locale";

const elsewhere = "https://own-path.invalid";

/**
 * Where to go after signing in: a path of our own site, or "/" for anything else. Callers pass what a stranger may
 * have written into a link, so whatever a browser could read as another site's address is refused: "//host", "/\host",
 * tabs and line breaks (which browsers drop), other schemes. The API is no place to land either.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(value))
    return "/";
  if (!URL.canParse(value, elsewhere)) return "/";
  const url = new URL(value, elsewhere);
  // "/a/..//host" begins well and is "//host" once a browser has tidied it up.
  if (url.origin !== elsewhere || /^\/[/\\]/.test(url.pathname)) return "/";
  if (url.pathname === "/api" || url.pathname.startsWith("/api/")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The language of a path by its first segment. */
export function localeOf(path: string): Locale {
  return LOCALES.find((locale) => new RegExp(`^/${locale}(?=[/?#]|$)`).test(path)) ?? DEFAULT_LOCALE;
}
