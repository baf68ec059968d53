import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { setCurrentDefinition } from "@/components/counting/current-definition";
import { isLocale, type Locale } from "@/domain/language/locale";
import { DEFAULT_DEFINITION, type Definition, readDefinition } from "@/domain/providers/legal-form";

type CountingParams = { locale: string; definition?: string };

/**
 * The language of a page, from its `[locale]` segment; its links learn its definition on the way. Every page and layout
 * calls it first: until it has, next-intl would read the request's headers, and a page that reads headers cannot be
 * cached. Unknown languages are not found.
 */
export async function pageLocale(params: Promise<CountingParams>): Promise<Locale> {
  const { locale, definition } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  // The layout's own parameters have no definition; what the page has said must stay.
  if (definition !== undefined) setCurrentDefinition(definitionOfParam(definition));
  return locale;
}

/** What a page that counts counts: from `[definition]` under /counting, else the usual definition. */
export async function pageDefinition(params: Promise<CountingParams>): Promise<Definition> {
  const { definition } = await params;
  return definition === undefined ? DEFAULT_DEFINITION : definitionOfParam(definition);
}

/** The front server has redirected every other way to write it (server/http/counting-redirects.ts). */
function definitionOfParam(written: string): Definition {
  const definition = readDefinition(written);
  if (definition !== written || definition === DEFAULT_DEFINITION) notFound();
  return definition;
}
