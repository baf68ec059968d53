import { type SQL, sql } from "drizzle-orm";

/**
 * Whether a source is dropped from an entry at present, with what it had said of it by then: a condition of any query. What is recorded later is a
 * new decision, and counts.
 * @param recordedAt when it was said; without it, whether the source is dropped at all
 */
export function isDropped(sourceId: SQL, recordId: SQL, recordedAt?: SQL): SQL {
  return sql`exists (select 1 ${droppedFrom(sourceId, recordId, recordedAt)})`;
}

/** When that was; null where it is not. Read as a column of times. */
export function droppedWhen(sourceId: SQL, recordId: SQL, recordedAt: SQL): SQL {
  return sql`(select min(dropped.dropped_at) ${droppedFrom(sourceId, recordId, recordedAt)})`;
}

function droppedFrom(sourceId: SQL, recordId: SQL, recordedAt?: SQL): SQL {
  const before = recordedAt ? sql` and ${recordedAt} <= dropped.dropped_at` : sql``;
  return sql`from dropped_sources dropped where dropped.source_id = ${sourceId} and dropped.record_id = ${recordId}
    and dropped.cited_again_at is null${before}`;
}
