import { openMapFile } from "@/ingest/map-files/open-map-file";
import type { ListOpener } from "@/server/imports/engine/import-format";

/** Sites in a GeoJSON file: a list with a point in each row. */
export const geojsonSites: ListOpener = {
  name: "geojson",
  looksLike: (start) => /^\s*\{/.test(start) && /"type"\s*:\s*"Feature(?:Collection)?"/.test(start),
  open: (file) => openMapFile("geojson", file),
};
