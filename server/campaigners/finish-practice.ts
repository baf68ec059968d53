import { type Db, inTransaction } from "@/db/client";
import { findCampaigner, markPractised } from "@/db/queries/campaigners";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { PRACTICE_FROM_ROLE, practiceSchema } from "@/domain/practice/practice-case";
import { audit } from "@/server/audit";

/** Whether what somebody says of reports counts. */
export async function hasPractised(db: Db, { id }: { id: string | null }): Promise<boolean> {
  return id !== null && (await findCampaigner(db, id))?.practisedAt != null;
}

/** @throws NotAllowedError ("practise-first") for whoever has not finished the practice queue. */
export async function assertPractised(db: Db, actor: { id: string | null }): Promise<void> {
  if (!(await hasPractised(db, actor))) throw new NotAllowedError("practise-first");
}

/**
 * Finishes the practice queue: with every answer right, reports can be decided or reviewed from now on. Again is no harm.
 * @throws NotAllowedError; InvalidInputError with what was missed, by case.
 */
export async function finishPractice(
  db: Db,
  actor: AnyActor,
  answers: Record<string, unknown>,
  now = new Date(),
): Promise<void> {
  if (actor.kind !== "campaigner" || !hasRole(actor, PRACTICE_FROM_ROLE))
    throw new NotAllowedError("not-trusted");
  parseInput(practiceSchema, answers);
  await inTransaction(db, async (transaction) => {
    if (!(await markPractised(transaction, actor.id, now))) return;
    await audit(transaction, actor, "campaigner.practised", { type: "campaigner", id: actor.id });
  });
}
