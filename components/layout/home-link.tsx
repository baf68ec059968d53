"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { countingPath, definitionIn } from "@/domain/figures/counting-path";
import { type Locale, localPath, withoutLocale } from "@/domain/language/locale";

/** The way to the front page, under the definition of the page it stands on. The layout learns that by the address. */
export function HomeLink({ locale, ...rest }: Omit<ComponentProps<"a">, "href"> & { locale: Locale }) {
  const definition = definitionIn(withoutLocale(usePathname()));
  return <a {...rest} href={localPath(locale, countingPath(definition, "/"))} />;
}
