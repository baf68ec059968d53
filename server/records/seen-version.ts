import type { Db } from "@/db/client";
import { findVersionOf } from "@/db/queries/record-changes";
import { sumVersionsOfSource } from "@/db/queries/withholdings";
import { ConflictError } from "@/domain/errors";
import type { WithheldByHand } from "@/domain/records/withheld";

/**
 * The version of an entry as a moderator is shown it. A source has none of its own: the versions of all that it speaks of, together,
 * rise when any of it changes.
 */
export function versionSeen(db: Db, type: WithheldByHand, id: string): Promise<number> {
  return type === "source" ? sumVersionsOfSource(db, id) : findVersionOf(db, type, id);
}

/**
 * @param seen the version beside which it was shown what would happen; undefined for the command, which is shown nothing.
 * @throws ConflictError "entry-changed"
 */
export async function assertStillAsSeen(
  db: Db,
  { type, id }: { type: WithheldByHand; id: string },
  seen: unknown,
): Promise<void> {
  if (seen === undefined) return;
  if (String(await versionSeen(db, type, id)) !== String(seen)) throw new ConflictError("entry-changed");
}
