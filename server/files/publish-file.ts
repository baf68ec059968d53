import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { listSourcedClaims } from "@/db/queries/claims-read";
import { publish } from "@/db/queries/publications";
import { updateFile } from "@/db/queries/report-files";
import { lockPublishing } from "@/db/queries/report-records";
import { type AnyActor, hasRole } from "@/domain/actor";
import type { SourceRead } from "@/domain/claims/reading";
import { ConflictError, InvalidInputError, NotAllowedError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { publishRefusal } from "@/domain/files/file-policy";
import { showsSchema } from "@/domain/files/report-file";
import { parseInput } from "@/domain/forms/parse-input";
import { audit } from "@/server/audit";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
import { assertPractised } from "@/server/campaigners/finish-practice";
import { entryOfReport, type PicturedEntry } from "@/server/files/entry-of-report";
import { openFile } from "@/server/files/open-file";
import { factsOf } from "@/server/reports/moves/open-move";
import { revealingInDispute } from "@/server/revealing/revealing-dispute";

const seenSchema = z.object({ fileId: z.string(), version: z.coerce.number().int().positive() });
const inputSchema = seenSchema.extend({ sourceId: z.string(), shows: showsSchema });
const PUBLISHED = "A picture was put beside its source";
const TAKEN_OFF = "A picture was taken off the page";

/**
 * A moderator puts a picture of an approved report on the page of its entry, beside one of the entry’s sources. Only one that its author has
 * offered, in the version that was looked at.
 * @throws InvalidInputError on `shows` or `sourceId`; NotFoundError; NotAllowedError; ConflictError when it was changed meanwhile.
 */
export async function publishFile(
  db: Db,
  given: AnyActor,
  input: unknown,
  now: Date = new Date(),
): Promise<PicturedEntry> {
  if (given.kind !== "campaigner") throw new NotAllowedError("sign-in");
  if (!hasRole(given, "moderator")) throw new NotAllowedError("not-moderator");
  const { fileId, version, sourceId, shows } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    await lockPublishing(tx);
    const { file, report, actor } = await openFile(tx, given, fileId);
    if (!report) throw new NotAllowedError("wrong-state");
    const standing = { kind: file.kind, isOffered: file.offeredAt !== null };
    const refusal = publishRefusal(factsOf(report), standing, actor);
    if (refusal) throw new NotAllowedError(refusal);
    await assertPractised(tx, actor);
    const entry = await entryOfReport(tx, report);
    if (!entry) throw new NotAllowedError("not-public");
    await assertWithinAreas(tx, actor, entry);
    const sources = await sourcesOfEntry(tx, entry);
    if (!sources.some(({ id }) => id === sourceId)) throw new InvalidInputError({ sourceId: "choice" });
    const telling = await revealingInDispute(tx, entry, shows);
    if (telling.length > 0)
      throw new InvalidInputError({ shows: detailed("shows-reveals", { detail: telling.join(", ") }) });
    const patch = { publishedAt: now, publishedBy: actor.id, publishedSourceId: sourceId, shows };
    if (file.version !== version || !(await updateFile(tx, file, patch)))
      throw new ConflictError("file.published");
    await audit(
      tx,
      actor,
      "file.published",
      { type: entry.type, id: entry.id },
      { file: file.id, report: report.id, source: sourceId, shows },
    );
    await publish(tx, actor.id, PUBLISHED);
    return entry;
  });
}

/**
 * Takes a picture off its page again: a moderator, or its author, who can take back what they offered at any time.
 * @throws NotFoundError; NotAllowedError; ConflictError when it was changed meanwhile.
 */
export async function unpublishFile(db: Db, given: AnyActor, input: unknown): Promise<void> {
  const { fileId, version } = parseInput(seenSchema, input);
  await inTransaction(db, async (tx) => {
    await lockPublishing(tx);
    // Only its author and moderators see a file through its report; everybody else is told that there is none.
    const { file, report, actor } = await openFile(tx, given, fileId);
    if (!report || file.publishedAt === null) throw new NotAllowedError("wrong-state");
    const isAuthor = actor.id === report.authorId;
    const off = { publishedAt: null, publishedBy: null, publishedSourceId: null };
    const patch = isAuthor ? { ...off, offeredAt: null } : off;
    if (file.version !== version || !(await updateFile(tx, file, patch)))
      throw new ConflictError("file.unpublished");
    await audit(tx, actor, "file.unpublished", { type: "report", id: report.id }, { file: file.id });
    await publish(tx, actor.id, TAKEN_OFF);
  });
}

/** The sources that the page of an entry cites, what was recorded last first. */
export async function sourcesOfEntry(db: Db, entry: PicturedEntry): Promise<SourceRead[]> {
  const claims = await listSourcedClaims(db, entry.type, [entry.id]);
  const byId = new Map(claims.toReversed().map(({ source }) => [source.id, source]));
  return [...byId.values()];
}
