import { type Db, inTransaction } from "@/db/client";
import { changeTip, findTip, type TipRow } from "@/db/queries/tips";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { closedTipSchema, shownTipSchema } from "@/domain/tips/tip";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { queueMail } from "@/server/mail/queue-mail";
import { tipAnswer } from "@/server/tips/tip-mail";

type Decision = { tipId: string; version: unknown };

/**
 * Lets campaigners read of a tip on the page of leads, in the moderator's words; they can be changed later. Nothing of it is public.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `shown`; ConflictError when somebody else was first.
 */
export async function showTip(
  db: Db,
  actor: AnyActor,
  input: Decision & { shown: unknown },
  now = new Date(),
): Promise<void> {
  const by = assertModerator(actor);
  const parsed = shownTipSchema.safeParse(input);
  if (!parsed.success)
    throw new InvalidInputError({ shown: parsed.error.issues[0]?.message ?? "reason-needed" });
  const { shown } = parsed.data;
  await inTransaction(db, async (transaction) => {
    const { id } = await change(transaction, input, { shown, shownAt: now, shownBy: by.id });
    await audit(transaction, by, "tip.shown", { type: "tip", id }, { shown });
  });
}

/**
 * Closes a tip with what became of it, which is mailed to who sent it. It leaves the page of leads.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `answer`; ConflictError when somebody else was first.
 */
export async function closeTip(
  db: Db,
  actor: AnyActor,
  input: Decision & { answer: unknown },
  now = new Date(),
): Promise<void> {
  const by = assertModerator(actor);
  const parsed = closedTipSchema.safeParse(input);
  if (!parsed.success)
    throw new InvalidInputError({ answer: parsed.error.issues[0]?.message ?? "reason-needed" });
  const { answer } = parsed.data;
  await inTransaction(db, async (transaction) => {
    const { id, email } = await change(transaction, input, { answer, closedAt: now, closedBy: by.id });
    await audit(transaction, by, "tip.closed", { type: "tip", id }, { answer });
    if (email !== null) await queueMail(transaction, tipAnswer({ email, id, answer }));
  });
}

async function change(db: Db, input: Decision, set: Parameters<typeof changeTip>[2]): Promise<TipRow> {
  const found = isUuid(input.tipId) ? await findTip(db, input.tipId) : undefined;
  if (!found) throw new NotFoundError("tip");
  if (!(await changeTip(db, { id: found.tip.id, version: Number(input.version) }, set)))
    throw new ConflictError("tip.changed");
  return found.tip;
}

function assertModerator(actor: AnyActor): CampaignerActor {
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  return actor;
}
