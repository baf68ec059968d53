import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import type { Decider } from "@/domain/imports/import-policy";
import { findLimitsOf } from "@/server/campaigners/area-limits";
import { hasPractised } from "@/server/campaigners/finish-practice";

/** What the policy of imports asks of who decides. */
export async function findDecider(db: Db, actor: AnyActor): Promise<Decider> {
  return {
    hasPractised: await hasPractised(db, actor),
    isLimitedToAreas: (await findLimitsOf(db, actor)) !== null,
  };
}
