import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { localPath } from "@/domain/language/locale";

/**
 * A link to a page of ours in the language of the page it stands on: `/areas` leads to `/cy/areas` on a Welsh page.
 * For server components. A plain link on purpose: pages are small and cached, and a full load moves the focus, the
 * title and the scroll position as every reader's browser and screen reader expect.
 */
export function LocalLink({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  return <a {...rest} href={localPath(useLocale(), href)} />;
}
