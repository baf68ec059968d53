import { cqcFormat } from "@/server/imports/cqc/cqc-format";
import type { ImportFormat } from "@/server/imports/engine/import-format";
import { extractFormat } from "@/server/imports/extracts/extract-format";
import { geojsonSites } from "@/server/imports/geojson/geojson-sites";
import { kmlSites } from "@/server/imports/kml/kml-sites";
import { listFormat, listFormatOf } from "@/server/imports/lists/list-format";
import { ocdsNotices } from "@/server/imports/ocds/ocds-notices";
import { paymentsFormat } from "@/server/imports/payments/payments-format";
import { registerFormat } from "@/server/imports/registers/register-format";

/** All that can be imported: a line a format, and nothing else says what there is. */
export const FORMATS: readonly ImportFormat[] = [
  listFormat,
  listFormatOf(geojsonSites),
  listFormatOf(kmlSites),
  listFormatOf(ocdsNotices),
  registerFormat,
  extractFormat,
  paymentsFormat,
  cqcFormat,
];
