import type { MapTexts } from "./map-handle";

/** The words the map needs in the browser, all from the message catalogue `map`. */
export type MapStrings = MapTexts & {
  waiting: string;
  loading: string;
  failed: string;
  toList: string;
  close: string;
  /** Contains "{count}". */
  servicesHere: string;
  runBy: string;
  planned: string;
  ended: string;
  noLongerListed: string;
  littleActivity: string;
  mayHaveEnded: string;
  disputed: string;
  approximate: string;
  /** Not a word but part of the language: `/services` or `/cy/services`. */
  servicePath: string;
  /** The same: `/complaints/services`. */
  complaintPath: string;
  /** The link that says that an entry is wrong. */
  wrong: string;
};

export const mapStringKeys = [
  "title",
  "zoomIn",
  "zoomOut",
  "toggleAttribution",
  "scrollHelp",
  "scrollHelpMac",
  "touchHelp",
  "waiting",
  "loading",
  "failed",
  "toList",
  "close",
  "servicesHere",
  "runBy",
  "planned",
  "ended",
  "noLongerListed",
  "littleActivity",
  "mayHaveEnded",
  "disputed",
  "approximate",
  "wrong",
] as const satisfies readonly Exclude<keyof MapStrings, "servicePath" | "complaintPath">[];
