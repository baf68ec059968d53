import { randomUUID } from "node:crypto";
import type { Db } from "../db/client";
import { makeProposal, makeReport } from "../db/factories";

/**
 * Reports that a search for their town finds, and nobody else's; the oldest first, a minute apart.
 * @param lastAuthor who sent the last of them; else each has an author of its own
 */
export async function makeWaitingReports(
  db: Db,
  count: number,
  lastAuthor?: string,
): Promise<{ town: string; ids: string[] }> {
  const town = `Sitting-${randomUUID().slice(0, 8)}`;
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const placeName = `Clinic ${number} of ${town}`;
    const providerName = `Provider ${number} of ${town}`;
    const proposal = makeProposal({ placeName, providerName, postcode: "", town });
    const submittedAt = new Date(Date.now() - (count - number) * 60_000);
    const author = lastAuthor !== undefined && number === count - 1 ? { authorId: lastAuthor } : {};
    const row = { title: `Eye care at ${placeName}`, submittedAt, ...author };
    ids.push((await makeReport(db, row, proposal)).id);
  }
  return { town, ids };
}
