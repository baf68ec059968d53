import type { Db } from "@/db/client";
import { findSecondFactor } from "@/db/queries/second-factors";
import type { SessionRow } from "@/db/queries/sessions";
import { findSetting } from "@/db/queries/settings";

/** True when moderators and admins must have a second factor; not set is no. */
export const SECOND_FACTOR_SETTING = "security.second-factor-required";

/** Whether this session must give a second factor before it has its whole role: one that is set up is always asked for. */
export async function mustGiveSecondFactor(db: Db, session: SessionRow): Promise<boolean> {
  if (session.secondFactorAt) return false;
  const own = await findSecondFactor(db, session.campaignerId);
  if (own?.confirmedAt) return true;
  return (await findSetting<boolean>(db, SECOND_FACTOR_SETTING)) === true;
}
