import { cqcFormat } from "@/server/imports/cqc/cqc-format";
import type { ImportFormat } from "@/server/imports/engine/import-format";
import { extractFormat } from "@/server/imports/extracts/extract-format";
import { listFormat } from "@/server/imports/lists/list-format";
import { paymentsFormat } from "@/server/imports/payments/payments-format";
import { registerFormat } from "@/server/imports/registers/register-format";

/** All that can be imported: a line a format, and nothing else says what there is. */
export const FORMATS: readonly ImportFormat[] = [
  listFormat,
  registerFormat,
  extractFormat,
  paymentsFormat,
  cqcFormat,
];
