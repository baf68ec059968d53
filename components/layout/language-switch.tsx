"use client";

import { usePathname } from "next/navigation";
import { LOCALES, type Locale, localPath, withoutLocale } from "@/domain/language/locale";

/** The same page in the other language. `usePathname` sees /en/… on the server and no prefix in the browser. */
export function LanguageSwitch({ locale, names }: { locale: Locale; names: Record<Locale, string> }) {
  const here = withoutLocale(usePathname());
  return LOCALES.filter((other) => other !== locale).map((other) => (
    <a key={other} href={localPath(other, here)} lang={other} hrefLang={other}>
      {names[other]}
    </a>
  ));
}
