import { getRequestConfig } from "next-intl/server";
import { english, welsh } from "@/app/i18n/catalogue";
import { mergeMessages } from "@/app/i18n/merge-messages";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/domain/language/locale";

const catalogues: Record<Locale, typeof english> = {
  en: english,
  cy: mergeMessages(english, welsh) as typeof english,
};

/** What next-intl needs for a request. Days are days in the United Kingdom, whatever the server's clock says. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale, messages: catalogues[locale], timeZone: "Europe/London" };
});
