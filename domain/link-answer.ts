/** Why a page could not be read; each is a key of the message catalogue. */
export const LINK_FAULTS = [
  "off",
  "address",
  "private",
  "port",
  "not-found",
  "not-answering",
  "too-slow",
  "too-large",
  "too-many-redirects",
  "refused",
  "gone",
  "no-page",
  "busy",
] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

/** One thing that a page says, and the field of the form that it would fill. Nothing is filled in by itself. */
export type FoundFact = {
  field: string;
  value: string;
  /** What stands there now; "" where nothing does. */
  before: string;
};

/** What was found when somebody asked to look at the link of one source; it is shown, never stored. */
export type LinkAnswer = {
  /** Which source of the form. */
  index: number;
  url: string;
  /** The register or service whose page it is, when its address says so. */
  site: string | null;
  facts: FoundFact[];
  /** Why the page itself was not read; what its address says stands in `facts` all the same. */
  fault: LinkFault | null;
  /** Where the Internet Archive can be asked to keep a copy. That there is one is not said. */
  archive: string;
};
