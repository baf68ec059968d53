import type { ImportFormat } from "@/server/imports/engine/import-format";
import { extractFormat } from "@/server/imports/extracts/extract-format";
import { listFormat } from "@/server/imports/lists/list-format";
import { paymentsFormat } from "@/server/imports/payments/payments-format";
import { registerFormat } from "@/server/imports/registers/register-format";

/** All that can be imported: a line a format. */
const FORMATS: readonly ImportFormat[] = [listFormat, registerFormat, extractFormat, paymentsFormat];

/** The format that goes by this name, if there is one. */
export function findFormat(name: string): ImportFormat | undefined {
  return FORMATS.find(({ recognise }) => recognise.includes(name));
}

/** The format of an import that is stored. */
export function formatOf({ format: name }: { format: string }): ImportFormat {
  const format = findFormat(name);
  if (!format) throw new Error(`nothing reads an import of the format "${name}"`);
  return format;
}

export const allFormats = (): readonly ImportFormat[] => FORMATS;
