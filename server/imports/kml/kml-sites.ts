import { openMapFile } from "@/ingest/map-files/open-map-file";
import type { ListOpener } from "@/server/imports/engine/import-format";

/** Sites in a KML file, as Google's maps write it: a list with a point in each row. */
export const kmlSites: ListOpener = {
  name: "kml",
  looksLike: (start) => /<(?:\w+:)?kml[\s>]/.test(start),
  open: (file) => openMapFile("kml", file),
};
