import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { isLocale, type Locale } from "@/domain/language/locale";

/**
 * The language of a page, from its `[locale]` segment. Every page and layout calls it first: until it has, next-intl
 * would read the request's headers, and a page that reads headers cannot be cached. Unknown languages are not found.
 */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}
