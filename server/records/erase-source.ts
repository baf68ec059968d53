import { type Db, inTransaction } from "@/db/client";
import { lockAdmins } from "@/db/queries/campaigners";
import {
  eraseSourceWords,
  findErasedSource,
  insertErasedSource,
  listSourcesOfSameWords,
} from "@/db/queries/erasing-sources";
import { publish } from "@/db/queries/publications";
import { lockPublishing } from "@/db/queries/report-records";
import { closeLooksOfRecords, findOpenLook } from "@/db/queries/second-looks";
import { lockSource } from "@/db/queries/sources";
import { findRecordsOfSource } from "@/db/queries/withholdings";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { readReason } from "@/domain/records/read-reason";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { MOST_BY_BUTTON } from "@/server/records/withhold-source";
import { askSecondLook, type SecondNeed, secondNeed } from "@/server/second-looks/ask-second-look";

const ERASED = "The words of a source were removed for good";

/** @throws NotAllowedError ("not-admin", "not-moderator", "words-erased", and what binds whoever changes entries); NotFoundError; ConflictError ("source-of-many") */
async function openErasing(db: Db, actor: AnyActor, move: "ask" | "agree", id: string): Promise<void> {
  if (move === "ask" && !hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  if (!isUuid(id) || !(await lockSource(db, id))) throw new NotFoundError("source");
  if (await findErasedSource(db, id)) throw new NotAllowedError("words-erased");
  await assertMayChangeEntry(db, actor, { type: "source", id });
  // Each of its words is looked for in every text: of a list's thousands of lines a button cannot.
  if ((await findRecordsOfSource(db, id)).length > MOST_BY_BUTTON) throw new ConflictError("source-of-many");
}

/**
 * What an admin is shown before: whether it was done, what waits for a second person, and which other sources say something of it in the very
 * same words, which stays there unless they are erased too. Null for everybody else.
 */
export async function loadErasingSource(
  db: Db,
  actor: AnyActor,
  id: string,
): Promise<
  | ({ erasedOn: Date | null; lookId: string | null } & Awaited<ReturnType<typeof listSourcesOfSameWords>>)
  | null
> {
  if (!hasRole(actor, "admin")) return null;
  const look = await findOpenLook(db, { subjectType: "source", subjectId: id });
  const erasedOn = (await findErasedSource(db, id)) ?? null;
  const same = erasedOn === null ? await listSourcesOfSameWords(db, id) : { others: [], more: 0 };
  return { erasedOn, lookId: look?.id ?? null, ...same };
}

/**
 * An admin asks that the words of a source be erased for good: somebody is named in its title, its link or what is quoted of it. It is done once a
 * second person agreed; where nobody else could, at once, and the audit says so (docs/decisions/0114).
 * @throws NotFoundError; InvalidInputError on `because`; NotAllowedError as `openErasing`; ConflictError ("second-waits", "source-of-many").
 */
export function askErasingSource(
  db: Db,
  actor: CampaignerActor,
  { id, because }: { id: string; because: unknown },
  now = new Date(),
): Promise<SecondNeed> {
  return inTransaction(db, async (tx) => {
    await lockAdmins(tx);
    await lockPublishing(tx);
    await openErasing(tx, actor, "ask", id);
    const reason = readReason(because, "because");
    const asked = { act: "erase", subjectType: "source", subjectId: id } as const;
    const need = await secondNeed(tx, actor, asked);
    if (need === "two") await askSecondLook(tx, actor, { ...asked, reason });
    else await eraseSource(tx, actor, id, { now, isAlone: true });
    return need;
  });
}

/**
 * Erases the title, publisher, note and link of a source and all that was quoted of it, wherever they stand: facts, reports, drafts, changes,
 * imports, mail and the audit. What it shows stays, with its kind and its days, and says that its words were left out.
 */
export async function eraseSource(
  db: Db,
  actor: CampaignerActor,
  id: string,
  { now, isAlone }: { now: Date; isAlone: boolean },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await openErasing(tx, actor, "agree", id);
    await insertErasedSource(tx, { sourceId: id, erasedAt: now, erasedBy: actor.id });
    await closeLooksOfRecords(tx, "source", [id], { decidedBy: actor.id, decidedAt: now });
    await eraseSourceWords(tx, id);
    await audit(tx, actor, "source.erased", { type: "source", id }, { isAlone });
    await publish(tx, actor.id, ERASED);
  });
}
