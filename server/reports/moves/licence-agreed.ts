import type { Db } from "@/db/client";
import { findLicenceAgreedAt } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";

/** When this account agreed to the licence with a report that it sent; null where it is still to be asked, as every visitor is. */
export async function licenceAgreedAt(db: Db, actor: AnyActor): Promise<Date | null> {
  return actor.kind === "campaigner" ? findLicenceAgreedAt(db, actor.id) : null;
}
