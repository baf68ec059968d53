import { type Db, inTransaction } from "@/db/client";
import { lockPublishing } from "@/db/queries/report-records";
import { findRecord } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { organisationCommentSchema } from "@/domain/complaints/organisation-comment";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { draftComment } from "@/server/records/draft-comment";
import { saveRecords } from "@/server/records/save-records";

/** Why, as it is kept with the publication. */
const COMMENTED = "A comment of the organisation";

/**
 * Prints what an organisation wrote about its entry beside its rows, as a fact with the document as its source; a newer one stands in its
 * place, and the older stays among its facts.
 * @throws NotAllowedError; NotFoundError; InvalidInputError by field; ConflictError when the organisation has no page.
 */
export async function publishComment(
  db: Db,
  actor: AnyActor,
  input: Record<"ref" | "comment" | "document" | "date" | "url" | "verified", unknown>,
): Promise<void> {
  const refusal = brakeRefusal(actor);
  if (refusal || actor.kind !== "campaigner") throw new NotAllowedError(refusal ?? "not-moderator");
  const parsed = organisationCommentSchema.safeParse(input);
  if (!parsed.success)
    throw new InvalidInputError(
      Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
    );
  const { comment, document, date, url, verified } = parsed.data;
  await inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    const record = await findRecord(transaction, "provider", String(input.ref ?? ""));
    if (!record) throw new NotFoundError("record");
    await assertMayChangeEntry(transaction, actor, record);
    if (record.visibility !== "published" && record.visibility !== "disputed")
      throw new ConflictError("not-public");
    const subject = { type: "provider", id: record.id };
    await audit(transaction, actor, "record.reply-verified", subject, { verified });
    const said = { comment, document, writtenOn: date, url };
    await saveRecords(transaction, actor, [await draftComment(transaction, record, said)], {
      reason: COMMENTED,
      action: "record.changed",
      subject,
    });
  });
}
