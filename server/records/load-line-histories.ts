import type { Db } from "@/db/client";
import { findUndoers } from "@/db/queries/batches";
import { findShownAs, listKeptClaims, listKeptVersions } from "@/db/queries/claims-read";
import { eventsOfLine, type LineRecord, lineRecordsOf } from "@/domain/claims/line-history";
import { historyOf, type KeptClaim, type RecordEvent } from "@/domain/claims/record-history";

/** What happened to one line of a service, oldest first, with all that was said of its record. */
export type LineHistory = { line: LineRecord; claims: KeptClaim[]; events: RecordEvent[] };

/**
 * What happened to the contracts and payers of a service while it had them: they have no page of their own.
 * @param ofService the service's kept claims; of other entries there are no lines.
 * @param options.counted as of `listKeptClaims`.
 */
export async function loadLineHistories(
  db: Db,
  ofService: readonly KeptClaim[],
  options: { counted: boolean },
): Promise<LineHistory[]> {
  const lines = lineRecordsOf(ofService.filter(({ recordType }) => recordType === "service"));
  const shown = await findShownAs(db, lines);
  const histories: LineHistory[] = [];
  for (const line of lines) {
    const claims = await listKeptClaims(db, line.type, line.id, options);
    const versions = await listKeptVersions(db, line.type, line.id);
    const undoneBy = await findUndoersOf(db, claims);
    const events = historyOf(claims, versions, shown.get(line.id) ?? "published", undoneBy);
    histories.push({ line, claims, events: eventsOfLine(ofService, line, events) });
  }
  return histories;
}

/** Who undid the batches that these facts came with; of what counts today there is none. */
export function findUndoersOf(db: Db, claims: readonly KeptClaim[]): Promise<Map<string, string>> {
  const undone = claims.flatMap(({ batchId, undoneAt }) => (batchId !== null && undoneAt ? [batchId] : []));
  return findUndoers(db, [...new Set(undone)]);
}
