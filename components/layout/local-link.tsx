import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { currentDefinition } from "@/components/counting/current-definition";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";

/**
 * A link to a page of ours in the language and under the definition of the page it stands on: `/areas` leads to
 * `/cy/areas` on a Welsh page, and to `/counting/companies-by-type/areas` on one that counts companies.
 * For server components. A plain link on purpose: pages are small and cached, and a full load moves the focus, the
 * title and the scroll position as every reader's browser and screen reader expect.
 */
export function LocalLink({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  return <a {...rest} href={useLocalPath()(href)} />;
}

/** The same for what is not a link of its own: breadcrumbs, the map, the address to share. */
export function useLocalPath(): (path: string) => string {
  const locale = useLocale();
  return (path) => localPath(locale, countingPath(currentDefinition(), path));
}
