"use client";

import { usePathname } from "next/navigation";
import { Suspense } from "react";
import { useKeptQuery } from "@/components/layout/use-kept-query";
import { LOCALES, type Locale, localPath, withoutLocale } from "@/domain/language/locale";

type Props = { locale: Locale; names: Record<Locale, string> };

/** The same page in the other language, with what is written there; a cached page has none. */
export function LanguageSwitch(props: Props) {
  return (
    <Suspense fallback={<Others {...props} query="" />}>
      <WithQuery {...props} />
    </Suspense>
  );
}

function WithQuery(props: Props) {
  return <Others {...props} query={useKeptQuery()} />;
}

/** `usePathname` sees /en/… on the server and no prefix in the browser. */
function Others({ locale, names, query }: Props & { query: string }) {
  const here = withoutLocale(usePathname());
  return LOCALES.filter((other) => other !== locale).map((other) => (
    <a key={other} href={`${localPath(other, here)}${query}`} lang={other} hrefLang={other}>
      {names[other]}
    </a>
  ));
}
