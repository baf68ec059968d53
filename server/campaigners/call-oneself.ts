import { type Db, inTransaction } from "@/db/client";
import { setCalled } from "@/db/queries/colleagues";
import { type AnyActor, hasRole } from "@/domain/actor";
import { calledSchema } from "@/domain/campaigners/called";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { audit } from "@/server/audit";

/**
 * What a moderator is called among colleagues from now on; empty for the four letters of their id. The audit says that it was chosen and not
 * what: what it said would stand there for good.
 * @throws NotAllowedError for who is no moderator; InvalidInputError on `called`, also where a colleague is called so.
 */
export async function callOneself(db: Db, actor: AnyActor, given: unknown): Promise<void> {
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  const called = calledSchema.safeParse(given);
  if (!called.success)
    throw new InvalidInputError({ called: called.error.issues[0]?.message ?? "called-length" });
  await inTransaction(db, async (transaction) => {
    if (!(await setCalled(transaction, actor.id, called.data)))
      throw new InvalidInputError({ called: "called-taken" });
    await audit(transaction, actor, "campaigner.called", { type: "campaigner", id: actor.id });
  });
}
