import { type Db, inTransaction } from "@/db/client";
import { lockAccount } from "@/db/queries/account-actions";
import { countTasksOf, deleteTakenTask, insertTakenTask, listTakenTasks } from "@/db/queries/taken-tasks";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { DAYS_A_TASK_IS_TAKEN, MOST_TASKS_TAKEN, taskSchema } from "@/domain/to-do/task";
import { audit } from "@/server/audit";

type Input = { kind: unknown; recordId: unknown };

function campaigner(actor: AnyActor): CampaignerActor {
  if (actor.kind !== "campaigner" || !hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  return actor;
}

/**
 * A campaigner says that they look at something, for a week; once more begins the week anew. It keeps nobody from reporting.
 * @throws NotAllowedError, InvalidInputError; ConflictError "task-taken" by somebody else, "tasks-enough".
 */
export async function takeTask(
  db: Db,
  who: AnyActor,
  input: Input,
  now: Date = new Date(),
): Promise<{ until: Date }> {
  const actor = campaigner(who);
  const task = parseInput(taskSchema, input);
  return inTransaction(db, async (tx) => {
    await lockAccount(tx, actor.id); // two at once would both be the last that is allowed
    const held = await listTakenTasks(tx, [task.recordId], now);
    const isOwn = held.some(({ kind, campaignerId }) => kind === task.kind && campaignerId === actor.id);
    if (!isOwn && (await countTasksOf(tx, actor.id, now)) >= MOST_TASKS_TAKEN)
      throw new ConflictError("tasks-enough");
    const until = new Date(now.getTime() + DAYS_A_TASK_IS_TAKEN * 86_400_000);
    if (!(await insertTakenTask(tx, task, { campaignerId: actor.id, until, now })))
      throw new ConflictError("task-taken");
    await audit(tx, actor, "task.taken", { type: "task", id: task.recordId }, { kind: task.kind });
    return { until };
  });
}

/**
 * Somebody does not look at it any more, or has found it out. Of what is not theirs, or not theirs any more, nothing changes.
 * @throws NotAllowedError, InvalidInputError.
 */
export async function giveTaskBack(db: Db, who: AnyActor, input: Input): Promise<void> {
  const actor = campaigner(who);
  const task = parseInput(taskSchema, input);
  await inTransaction(db, async (tx) => {
    if (!(await deleteTakenTask(tx, task, actor.id))) return;
    await audit(tx, actor, "task.given-back", { type: "task", id: task.recordId }, { kind: task.kind });
  });
}
