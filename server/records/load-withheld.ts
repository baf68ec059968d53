import type { Db } from "@/db/client";
import { listWithheld } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";

/** What moderators took off the site, the longest first. @throws NotAllowedError */
export async function loadWithheld(db: Db, actor: AnyActor): ReturnType<typeof listWithheld> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  return listWithheld(db);
}
