import { DEFAULT_DEFINITION, type Definition, readDefinition } from "@/domain/providers/legal-form";

/** First segment of every page under another definition than the usual one. */
export const COUNTING = "counting";

/** Pages whose words, lists or maps depend on the definition. */
const COUNTED = /^\/(?:$|[?#]|(?:areas|near|places|providers|coverage|map)(?:$|[/?#]))/;
/** Pages that say the same under every definition but are on the way between those that do not. */
const CARRYING = /^\/(?:services\/|(?:search|look-up)(?:$|[?#]))/;

/** Does what the page says depend on the definition? @param path without language and definition. */
export function isCountedPath(path: string): boolean {
  return COUNTED.test(path);
}

/**
 * The address of a page under a definition, without its language: `/areas` becomes `/counting/companies/areas`. The
 * usual definition and pages that neither count nor lead on to counts stay as they are.
 * @param path begins with "/", without language and definition; a query and fragment are kept.
 */
export function countingPath(definition: Definition, path: string): string {
  if (definition === DEFAULT_DEFINITION) return path;
  if (!COUNTED.test(path) && !CARRYING.test(path)) return path;
  const rest = path === "/" || /^\/[?#]/.test(path) ? path.slice(1) : path;
  return `/${COUNTING}/${definition}${rest}`;
}

/** What an address (without its language) says: its definition as it is written, and the page under it. */
export function splitCountingPath(path: string): { written: string | null; path: string } {
  const [, written, rest = ""] = /^\/counting\/([^/?#]+)(.*)$/s.exec(path) ?? [];
  if (written === undefined) return { written: null, path };
  return { written, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** The definition that an address (without its language) is under. */
export function definitionIn(path: string): Definition {
  const { written } = splitCountingPath(path);
  return written === null ? DEFAULT_DEFINITION : readDefinition(written);
}
