import type { LineRecord } from "@/domain/claims/line-history";
import type { ClaimRead, RecordName, SourceRead } from "@/domain/claims/reading";
import type { RecordEvent } from "@/domain/claims/record-history";
import type { EntryType } from "@/domain/records/entry-path";

/** One thing that happened to an entry, as readers are told. */
export type EventRead = Pick<RecordEvent, "at" | "kind" | "reason"> & {
  /** Null where nothing was said, or it is not shown at present. */
  rows: { before: ClaimRead | null; after: ClaimRead | null }[];
  sources: SourceRead[];
  /** The line of the service that it happened to; null for the entry itself. */
  of: { type: LineRecord["type"]; id: string; name: string } | null;
};

/** The page of what happened to an entry, newest first. */
export type RecordHistory = {
  entry: { type: EntryType; slug: string; name: string };
  events: EventRead[];
  names: ReadonlyMap<string, RecordName>;
};
