import type { Db } from "@/db/client";
import { findComplaint, findMakersOf } from "@/db/queries/complaints";
import { findAreaLimits } from "@/db/queries/moderator-areas";
import { findEntryListing } from "@/db/queries/queue";
import { listColleagues, type NewSecondLook } from "@/db/queries/second-looks";
import { findRecordsOfSource } from "@/db/queries/withholdings";
import { decidesIn } from "@/domain/campaigners/area-limits";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES } from "@/domain/records/entry-path";
import { type AskedLook, seconders } from "@/domain/second-looks/second-look";

export type LookAsked = Pick<NewSecondLook, "act" | "subjectType" | "subjectId" | "askedBy">;

/** Moderators and admins, and the areas that some are limited to: asked once for all that waits. */
export async function findColleagues(db: Db) {
  return { colleagues: await listColleagues(db), limits: await findAreaLimits(db) };
}

/** Who could be the second of what is asked, as it stands now; and who cannot, whom it concerns. */
export async function findSeconders(
  db: Db,
  { act, subjectType, subjectId, askedBy }: LookAsked,
  known?: Awaited<ReturnType<typeof findColleagues>>,
): Promise<{ asked: AskedLook; able: string[] }> {
  const { colleagues, limits } = known ?? (await findColleagues(db));
  const concerned = await findConcerned(db, { subjectType, subjectId });
  const asked = { act, askedBy, concerned };
  const isEntry = isOneOf(ENTRY_TYPES, subjectType);
  // Erasing an entry is bound by practice too, whoever else may agree that a person's data go (docs/decisions/0109).
  const who = act === "erase" && isEntry ? colleagues.filter(({ hasPractised }) => hasPractised) : colleagues;
  if (act !== "restore" && act !== "erase") return { asked, able: seconders(asked, who) };
  // Showing again and erasing are bound by areas, taking off is not (docs/decisions/0095).
  const { areaIds } = isEntry
    ? await findEntryListing(db, { type: subjectType, id: subjectId })
    : { areaIds: [] };
  const within = who.filter(({ id }) => !isEntry || decidesIn(limits, id, areaIds));
  return { asked, able: seconders(asked, within) };
}

/** A list speaks of thousands of entries, which whoever imported it made. */
const MOST_ENTRIES = 50;

/** Whom an account or an entry concerns: whose it is, or who sent, approved or changed it; of a source, any of the first entries it speaks of. */
export async function findConcerned(
  db: Db,
  { subjectType, subjectId }: { subjectType: string; subjectId: string },
): Promise<ReadonlySet<string>> {
  if (subjectType === "campaigner") return new Set([subjectId]);
  if (subjectType === "tip") return new Set();
  if (subjectType === "complaint") return findMakersComplainedOf(db, subjectId);
  if (subjectType !== "source") return findMakersOf(db, subjectId);
  const concerned = new Set<string>();
  for (const { id } of (await findRecordsOfSource(db, subjectId)).slice(0, MOST_ENTRIES))
    for (const maker of await findMakersOf(db, id)) concerned.add(maker);
  return concerned;
}

/** Of a complaint whoever made the entry that it is about. */
async function findMakersComplainedOf(db: Db, id: string): Promise<ReadonlySet<string>> {
  const complaint = await findComplaint(db, id);
  return complaint ? findMakersOf(db, complaint.recordId) : new Set();
}
