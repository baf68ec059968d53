import type { Db } from "@/db/client";
import { listOpenLooks } from "@/db/queries/second-looks";
import { findColleagues, findSeconders } from "@/server/second-looks/find-seconders";

/** How many asked for between two moments wait for this person, for their mail. */
export async function countSecondLooksFor(db: Db, id: string, since: Date, until: Date): Promise<number> {
  const looks = (await listOpenLooks(db)).filter(({ askedAt }) => askedAt > since && askedAt <= until);
  if (looks.length === 0) return 0;
  const known = await findColleagues(db);
  let count = 0;
  for (const look of looks) if ((await findSeconders(db, look, known)).able.includes(id)) count += 1;
  return count;
}
