import type { ImportFormat } from "@/server/imports/engine/import-format";
import { FORMATS } from "@/server/imports/formats";

/** The format that goes by this name, if there is one. */
export function findFormat(name: string): ImportFormat | undefined {
  return FORMATS.find(({ recognise }) => recognise.includes(name));
}

/** The name of the format that a file is of, by its first letters; undefined where none says that it is. */
export function nameOfFile(start: string): string | undefined {
  return FORMATS.find(({ looksLike }) => looksLike?.(start))?.recognise[0];
}

/** The format of an import that is stored. */
export function formatOf({ format: name }: { format: string }): ImportFormat {
  const format = findFormat(name);
  if (!format) throw new Error(`nothing reads an import of the format "${name}"`);
  return format;
}
