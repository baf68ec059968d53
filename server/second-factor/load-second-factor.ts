import type { Db } from "@/db/client";
import { countRecoveryCodes, findSecondFactor } from "@/db/queries/second-factors";
import { findSetting } from "@/db/queries/settings";
import { type CampaignerActor, hasRole } from "@/domain/actor";
import { groupCode } from "@/domain/campaigners/sign-in-code";
import { NotAllowedError } from "@/domain/errors";
import { hasSecondFactorRole } from "@/domain/security/second-factor";
import { roleHeld } from "@/server/auth/find-session";
import { SECOND_FACTOR_SETTING } from "@/server/auth/second-factor-step";
import { factorAddress, unsealFactor } from "@/server/second-factor/app-code";
import { type QrSquare, qrSquare } from "@/server/second-factor/qr-square";

export type SecondFactor =
  | { step: "none"; required: boolean }
  | { step: "begun"; secret: string; square: QrSquare; recovery: string[] }
  | { step: "asked" }
  | { step: "on"; required: boolean; recoveryLeft: number };

/**
 * Where somebody stands with their second factor. The secret and the recovery codes are told only until a first code of
 * the app was right.
 * @throws NotAllowedError ("no-second-factor-role")
 */
export async function loadSecondFactor(db: Db, actor: CampaignerActor): Promise<SecondFactor> {
  const role = roleHeld(actor);
  if (!hasSecondFactorRole(role)) throw new NotAllowedError("no-second-factor-role");
  const required = await isSecondFactorRequired(db);
  const row = await findSecondFactor(db, actor.id);
  if (row?.confirmedAt) {
    if (actor.withheld) return { step: "asked" };
    return { step: "on", required, recoveryLeft: await countRecoveryCodes(db, actor.id) };
  }
  const begun = row ? unsealFactor(row.secret) : null;
  if (!begun) return { step: "none", required };
  return {
    step: "begun",
    secret: (begun.secret.match(/.{1,4}/g) ?? []).join(" "),
    square: qrSquare(factorAddress(begun, role)),
    recovery: (begun.recovery ?? []).map(groupCode),
  };
}

/**
 * What an admin sees of the rule: whether it is in force, and whether they have an app themselves.
 * @throws NotAllowedError ("not-admin")
 */
export async function loadFactorRule(
  db: Db,
  actor: CampaignerActor,
): Promise<{ required: boolean; hasOwn: boolean }> {
  if (!hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  const own = await findSecondFactor(db, actor.id);
  return { required: await isSecondFactorRequired(db), hasOwn: !!own?.confirmedAt };
}

async function isSecondFactorRequired(db: Db): Promise<boolean> {
  return (await findSetting<boolean>(db, SECOND_FACTOR_SETTING)) === true;
}
