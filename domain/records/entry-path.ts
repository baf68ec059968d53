import { keysOf } from "@/domain/lists/keys-of";

const FOLDERS = { service: "services", place: "places", provider: "providers" } as const;

/** Entries that have a page of their own. */
export type EntryType = keyof typeof FOLDERS;
export const ENTRY_TYPES = keysOf(FOLDERS);

/** The path of an entry's page, without language or definition. */
export function entryPath(type: EntryType, slug: string): string {
  return `/${FOLDERS[type]}/${slug}`;
}
