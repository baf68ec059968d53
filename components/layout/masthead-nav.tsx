"use client";

import { usePathname } from "next/navigation";
import { type Locale, localPath, withoutLocale } from "@/domain/language/locale";

export type NavItem = { path: string; text: string };

/** The main links; the one the reader is on is marked. The same markup with and without scripts. */
export function MastheadNav({
  label,
  locale,
  items,
}: {
  label: string;
  locale: Locale;
  items: readonly NavItem[];
}) {
  const here = withoutLocale(usePathname());
  return (
    <nav aria-label={label}>
      <ul className="-mx-3 flex flex-wrap">
        {items.map((item) => (
          <li key={item.path}>
            <a
              href={localPath(locale, item.path)}
              aria-current={here === item.path ? "page" : undefined}
              className="inline-flex min-h-11 items-center px-3 font-semibold text-ink no-underline decoration-2 underline-offset-8 hover:text-accent hover:underline aria-[current=page]:underline"
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
