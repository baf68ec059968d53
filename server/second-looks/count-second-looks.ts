import type { Db } from "@/db/client";
import { listOpenLooks } from "@/db/queries/second-looks";
import { findSeconders } from "@/server/second-looks/find-seconders";

/** How many asked for between two moments wait for this person, for their mail. */
export async function countSecondLooksFor(db: Db, id: string, since: Date, until: Date): Promise<number> {
  let count = 0;
  for (const look of await listOpenLooks(db)) {
    if (look.askedAt <= since || look.askedAt > until) continue;
    if ((await findSeconders(db, look)).able.includes(id)) count += 1;
  }
  return count;
}
