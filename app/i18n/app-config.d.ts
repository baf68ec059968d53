import type { english } from "@/app/i18n/catalogue";
import type { Locale } from "@/domain/language/locale";

/** Message keys are typed: a text that is not in the English catalogue does not compile. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof english;
  }
}
