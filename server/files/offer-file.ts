import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { updateFile } from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { canOffer } from "@/domain/files/file-policy";
import { parseInput } from "@/domain/forms/parse-input";
import { audit } from "@/server/audit";
import { openFile } from "@/server/files/open-file";
import { factsOf } from "@/server/reports/moves/open-move";

const inputSchema = z.object({
  fileId: z.string(),
  version: z.coerce.number().int().positive(),
  offer: z.enum(["yes", "no"]),
});

/**
 * The author says whether a picture of theirs may be published, or does so no more. One that is on a page is taken off it by `unpublishFile`.
 * @throws NotFoundError; NotAllowedError; ConflictError when it was changed meanwhile.
 */
export async function offerFile(
  db: Db,
  given: AnyActor,
  input: unknown,
  now: Date = new Date(),
): Promise<void> {
  const { fileId, version, offer } = parseInput(inputSchema, input);
  await inTransaction(db, async (tx) => {
    const { file, report, actor } = await openFile(tx, given, fileId);
    if (report && actor.id !== report.authorId) throw new NotAllowedError("not-author");
    // Of what is not sent yet only its uploader gets here.
    const may = report ? canOffer(factsOf(report), file.kind, actor) : file.kind === "photograph";
    if (!may || file.publishedAt !== null) throw new NotAllowedError("wrong-state");
    const patch = { offeredAt: offer === "yes" ? now : null };
    if (file.version !== version || !(await updateFile(tx, file, patch)))
      throw new ConflictError("file.offered");
    if (report)
      await audit(tx, actor, "file.offered", { type: "report", id: report.id }, { file: file.id, offer });
  });
}
