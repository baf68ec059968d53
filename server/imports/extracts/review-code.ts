import { type Db, inTransaction } from "@/db/client";
import { listRows, saveRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import { ROW_DECISIONS } from "@/domain/imports/outcome";
import { audit } from "@/server/audit";
import { findMovable, moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { isExtract } from "@/server/imports/extracts/extract-approval";
import { countRows, storedRows } from "@/server/imports/extracts/extract-rows";
import { extractRowOf } from "@/server/imports/extracts/filed-code";
import { planExtract } from "@/server/imports/extracts/plan-extract";

/**
 * Says who is behind a provider code of an extract that nobody had looked up, or leaves its row out, and previews the
 * extract again. What was typed stays with the row, right or wrong; a second person checks it with the approval, and later
 * extracts know it. Of a code that is known already nothing can be said here.
 * @param decision "skip", "new-provider", or anything else for neither.
 */
export async function reviewCode(
  db: Db,
  actor: CampaignerActor,
  {
    number,
    typed,
    decision: chosen,
    ...seen
  }: SeenImport & { number: number; typed: TypedAnswer; decision: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "repair", seen);
    if (!isExtract(batch)) throw new NotAllowedError("not-a-list");
    const stored = await listRows(transaction, batch.id);
    const row = stored.find((candidate) => candidate.number === number);
    if (!row) throw new NotFoundError("row of the import");
    const isAsked = row.outcome === "refused" || extractRowOf(row).answer !== null;
    const answer = isAsked && Object.keys(typed).length > 0 ? typed : null;
    const decision = ROW_DECISIONS.find((known) => known === chosen) ?? null;
    const rows = stored
      .map(extractRowOf)
      .map((one) => (one.number === number ? { ...one, answer, decision } : one));
    const planned = await planExtract(transaction, batch.source.publishedOn, rows);
    await saveRows(transaction, storedRows(batch.id, planned.rows));
    await moveImport(transaction, batch, { counts: countRows(planned.rows) });
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, { number, decision, answer });
  });
}
