import type { Db } from "@/db/client";
import { nameColleagues } from "@/db/queries/colleagues";
import { listWithheld } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";

export type WithheldLine = Awaited<ReturnType<typeof listWithheld>>[number] & {
  /** What colleagues call who did it; null for the command. */
  who: string | null;
};

/** What moderators took off the site, the longest first. @throws NotAllowedError */
export async function loadWithheld(db: Db, actor: AnyActor): Promise<WithheldLine[]> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const rows = await listWithheld(db);
  const nameOf = await nameColleagues(
    db,
    rows.map(({ withheldBy }) => withheldBy),
  );
  return rows.map((row) => ({ ...row, who: nameOf(row.withheldBy) }));
}
