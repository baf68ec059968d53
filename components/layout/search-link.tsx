"use client";

import { usePathname } from "next/navigation";
import { countingPath, definitionIn } from "@/domain/figures/counting-path";
import { type Locale, localPath, withoutLocale } from "@/domain/language/locale";

/**
 * The way to the look-up box from every page but the front page, which has it, under its definition: a glass on phones, with
 * its word where there is room.
 */
export function SearchLink({ locale, text }: { locale: Locale; text: string }) {
  const definition = definitionIn(withoutLocale(usePathname()));
  return (
    <a
      href={localPath(locale, countingPath(definition, "/look-up"))}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 text-base text-ink hover:text-accent group-has-data-home/page:hidden print:hidden"
    >
      <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor">
        <circle cx="8.5" cy="8.5" r="5.5" strokeWidth="2" />
        <path d="M12.8 12.8 18 18" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className="sr-only sm:not-sr-only">{text}</span>
    </a>
  );
}
