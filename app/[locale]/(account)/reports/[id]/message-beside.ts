import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import type { Db } from "@/server/database";
import { addMessage } from "@/server/reports/moves/add-message";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";

/**
 * Without scripts a message is written within the page's larger form (`MessageBeside`). Sent, the page comes again with all
 * else that was typed; and the larger form is not sent while a message stands in it that would be left behind.
 * @throws InvalidInputError also where the message was sent: then it names no field.
 */
export async function takeMessageBeside(db: Db, actor: CampaignerActor, form: FormData): Promise<void> {
  const [intent, reportId, body, submissionKey] = ["intent", "reportId", "body", SUBMISSION_KEY].map((name) =>
    String(form.get(name) ?? ""),
  );
  if (intent !== "message") {
    if (body?.trim()) throw new InvalidInputError({ body: "message-not-sent" });
    return;
  }
  await addMessage(db, actor, { reportId: reportId ?? "", body: body ?? "", submissionKey });
  form.delete("body");
  throw new InvalidInputError({});
}
