import { openMapFile } from "@/ingest/map-files/open-map-file";
import type { ListOpener } from "@/server/imports/engine/import-format";

/** Notices of awarded contracts: a list with buyer, supplier, dates, value and reference, and no place yet. */
export const ocdsNotices: ListOpener = {
  name: "ocds",
  looksLike: (start) => /^\s*[[{]/.test(start) && /"(?:ocid|releases|records)"\s*:/.test(start),
  open: (file) => openMapFile("ocds", file),
};
