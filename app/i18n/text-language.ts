import { english, welsh } from "@/app/i18n/catalogue";
import { coversMessages } from "@/app/i18n/merge-messages";
import type { Locale } from "@/domain/language/locale";
import { keysOf } from "@/domain/lists/keys-of";

/**
 * The language a page's words are really in. A Welsh page whose texts do not all exist yet says so and is marked as
 * English, so that a screen reader does not read English with Welsh sounds.
 * @param namespaces those the page needs; the whole catalogue unless given.
 */
export function textLanguage(locale: Locale, namespaces = keysOf(english)): Locale {
  if (locale === "en") return "en";
  return namespaces.every((name) => coversMessages(welsh[name], english[name])) ? "cy" : "en";
}
