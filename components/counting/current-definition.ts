import { cache } from "react";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

/** One for each rendering of a page, as next-intl keeps the language; outside of one it is the usual definition. */
const holder = cache((): { definition: Definition } => ({ definition: DEFAULT_DEFINITION }));

/** Called once by a page before it renders anything (app/i18n/page-locale.ts). */
export function setCurrentDefinition(definition: Definition): void {
  holder().definition = definition;
}

/**
 * The definition the page being rendered is under. For server components of pages, not of the layout, which may be
 * rendered before the page has said it.
 */
export function currentDefinition(): Definition {
  return holder().definition;
}
