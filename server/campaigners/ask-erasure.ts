import { type Db, inTransaction } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { readReason } from "@/domain/records/read-reason";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { openAccount } from "@/server/campaigners/open-account";
import { askSecondLook, type SecondNeed, secondNeed } from "@/server/second-looks/ask-second-look";

/**
 * An admin asks that what we hold of somebody be erased, who asked us so by letter: it is done once a second person agreed, because nothing brings
 * it back. Where nobody else could be the second it is done now, and the audit says so (docs/decisions/0097).
 * @throws NotFoundError; InvalidInputError on `because`; NotAllowedError ("not-admin", "own-account", "last-admin", "erased"); ConflictError ("second-waits").
 */
export function askErasure(
  db: Db,
  actor: CampaignerActor,
  { id, because }: { id: string; because: unknown },
  now = new Date(),
): Promise<SecondNeed> {
  return inTransaction(db, async (tx) => {
    await openAccount(tx, actor, "ask-erasure", { id });
    const reason = readReason(because, "because");
    const asked = { act: "erase", subjectType: "campaigner", subjectId: id } as const;
    const need = await secondNeed(tx, actor, asked);
    if (need === "two") await askSecondLook(tx, actor, { ...asked, reason });
    else await eraseAccount(tx, actor, { id }, now, "erase-agreed");
    return need;
  });
}
