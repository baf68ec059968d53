"use client";

import { usePathname } from "next/navigation";
import { countingPath, definitionIn, splitCountingPath } from "@/domain/figures/counting-path";
import { type Locale, localPath, withoutLocale } from "@/domain/language/locale";

export type NavItem = { path: string; text: string };

/** The main links: the reader's own page is marked, its definition kept. The same markup with and without scripts. */
export function MastheadNav({
  label,
  locale,
  items,
}: {
  label: string;
  locale: Locale;
  items: readonly NavItem[];
}) {
  const address = withoutLocale(usePathname());
  const definition = definitionIn(address);
  const here = splitCountingPath(address).path;
  return (
    <nav aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <a
              href={localPath(locale, countingPath(definition, item.path))}
              aria-current={here === item.path ? "page" : undefined}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
