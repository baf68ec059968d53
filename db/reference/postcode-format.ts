/**
 * Streams in the order they stand in the file of postcodes; each is kept apart because like bytes compress well together.
 *
 * The file, before brotli: four bytes with the length of the header, the header (JSON: version, counts, code lists, the
 * streams' lengths), the streams. In `inward` stand the gaps between sorted inward codes; in the three area streams places
 * in recency lists (council in the context of the constituency, health body in that of the council); in `column` and
 * `row` steps from the position before; in `near` 0, or 1 + the place of another constituency very near in a recency list
 * in the context of the postcode's own.
 */
export const STREAMS = [
  "outcodes",
  "inward",
  "constituency",
  "council",
  "healthBody",
  "precision",
  "column",
  "row",
  "near",
] as const;
export type StreamName = (typeof STREAMS)[number];

export type PostcodeHeader = {
  version: number;
  units: number;
  outcodes: string[];
  codes: { constituency: string[]; council: string[]; healthBody: string[] };
  /** Bytes of each stream, in the order of STREAMS. */
  streams: number[];
};

export const FORMAT_VERSION = 2;
