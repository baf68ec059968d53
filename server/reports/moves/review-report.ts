import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findReviews, insertReview } from "@/db/queries/decisions";
import { lockReport } from "@/db/queries/reports";
import { type AnyActor, hasRole } from "@/domain/actor";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { oneLine } from "@/domain/language/plain-text";
import { reasonSchema } from "@/domain/reports/field-decision";
import { REVIEW_VERDICTS } from "@/domain/reports/proposal";
import { canReviewReport } from "@/domain/reports/review-policy";
import { audit } from "@/server/audit";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { assertPractised } from "@/server/campaigners/finish-practice";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { factsOf } from "@/server/reports/moves/open-move";

const inputSchema = z.object({
  reportId: z.uuid(),
  /** The revision that was read: a review of one that has been replaced is not a review of this one. */
  revision: z.coerce.number().int().positive(),
  verdict: z.enum(REVIEW_VERDICTS, "verdict-needed"),
  reason: reasonSchema,
  /** A web address, the title of a document, or whom they asked. */
  source: z
    .string()
    .overwrite(oneLine)
    .trim()
    .min(1, "review-source")
    .min(3, "too-short")
    .max(500, "too-long"),
});

/**
 * A trusted campaigner confirms or disputes somebody else's report, with a reason and where they have it from, once for each revision. It changes no state and no
 * version: a moderator who holds the report is not disturbed.
 * @throws InvalidInputError; NotFoundError; NotAllowedError; ConflictError when the report was edited meanwhile.
 */
export async function reviewReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<void> {
  assertCampaigner(actor);
  if (!hasRole(actor, "trusted-campaigner")) throw new NotAllowedError("not-trusted");
  const { reportId, revision, verdict, reason, source } = parseInput(inputSchema, input);
  await inTransaction(db, async (tx) => {
    await assertPractised(tx, actor);
    await actAsAccount(tx, actor, "review", now);
    const report = await lockReport(tx, reportId);
    if (!report) throw new NotFoundError("report");
    if (report.authorId === actor.id) throw new NotAllowedError("own-report");
    if (!canReviewReport(factsOf(report), actor)) throw new NotAllowedError("wrong-state");
    if (report.revision !== revision) throw new ConflictError("report.edited");
    const mine = (await findReviews(tx, reportId)).filter(({ reviewerId }) => reviewerId === actor.id);
    if (mine.some((review) => review.revision === revision)) throw new NotAllowedError("reviewed-already");
    await insertReview(tx, { reportId, revision, reviewerId: actor.id, verdict, reason, source });
    await audit(tx, actor, "report.reviewed", { type: "report", id: reportId }, { verdict, revision });
  });
}
