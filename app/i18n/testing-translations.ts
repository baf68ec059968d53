import { createTranslator } from "next-intl";
import { english } from "@/app/i18n/catalogue";

/** For tests, in the place of `next-intl/server`: the English words of a namespace, asked for in either way. */
export const translationsInEnglish = {
  setRequestLocale: () => undefined,
  getTranslations: async (of: { namespace: never } | never) =>
    createTranslator({
      locale: "en",
      messages: english,
      namespace: typeof of === "string" ? of : of.namespace,
      timeZone: "Europe/London",
    }),
};
