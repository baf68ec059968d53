import type { Db } from "@/db/client";
import type { TipRow } from "@/db/queries/tips";
import { systemActor } from "@/domain/actor";
import type { Locale } from "@/domain/language/locale";
import { audit } from "@/server/audit";
import { queueMail } from "@/server/mail/queue-mail";
import { tipReceipt } from "@/server/tips/tip-mail";

/** From now on it waits for a moderator: audited, with its receipt. In the transaction that stored or confirmed it. */
export async function takeTip(
  db: Db,
  { id, areaId, flags, email, link }: TipRow,
  { locale, mayMail }: { locale: Locale; mayMail: boolean },
): Promise<void> {
  const about = { areaId, flags, isLead: link === null };
  await audit(db, systemActor("tips"), "tip.received", { type: "tip", id }, about);
  if (email !== null && mayMail) await queueMail(db, tipReceipt({ email, id, locale }));
}
