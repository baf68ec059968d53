import type { Db } from "@/db/client";
import { listSourcedClaims } from "@/db/queries/claims-read";
import { nameColleagues } from "@/db/queries/colleagues";
import { listDisputes } from "@/db/queries/complaints";
import { listDropped } from "@/db/queries/dropped-sources";
import { listQuotations, type Quotation } from "@/db/queries/quote-edits";
import { findOpenLook } from "@/db/queries/second-looks";
import { findCitation } from "@/db/queries/sources";
import { findRecord, findWithholding, type RecordFound } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { basisOf } from "@/domain/claims/basis";
import type { DisputeRead } from "@/domain/claims/dispute";
import { sourcesOf } from "@/domain/claims/reading";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal, isWithheldByHand } from "@/domain/records/withheld";
import type { SecondAct } from "@/domain/second-looks/second-look";

export type RecordForModerators = {
  record: RecordFound;
  /** Set while the brake holds it. */
  withheld: { since: Date; reason: string; who: string | null } | null;
  /** What about it waits for a second person. */
  look: { id: string; act: SecondAct } | null;
  disputes: DisputeRead[];
  /** The fields that something is said of, for choosing one that is disputed. */
  fields: string[];
  sources: { id: string; title: string }[];
  /** Sources that were dropped from this entry alone, by whom and why. */
  dropped: { id: string; title: string; reason: string; who: string | null; since: Date }[];
  /** How it is cited, of a source; null for every entry. */
  cited:
    | ({ quotes: Quotation[] } & Record<"title" | "publisher", string> &
        Record<"url" | "publishedOn", string | null>)
    | null;
};

/** More are not quoted by hand: a list of thousands says one sentence of each. */
export const MOST_QUOTES = 40;

/** An entry or a source as moderators see it, shown or not. @throws NotAllowedError; NotFoundError */
export async function loadRecord(
  db: Db,
  actor: AnyActor,
  type: string,
  ref: string,
): Promise<RecordForModerators> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const record = isWithheldByHand(type) ? await findRecord(db, type, ref) : undefined;
  if (!record) throw new NotFoundError("record");
  // What was erased stays off for good, and is not shown again.
  const isErased = record.visibility === "erased";
  const held = isErased ? undefined : await findWithholding(db, record.type, record.id);
  const nameOf = await nameColleagues(db, [held?.withheldBy]);
  const withheld = held
    ? { since: held.withheldAt, reason: held.reason, who: nameOf(held.withheldBy) }
    : null;
  const open = await findOpenLook(db, { subjectType: record.type, subjectId: record.id });
  const look = open ? { id: open.id, act: open.act } : null;
  if (record.type === "source") {
    const citation = await findCitation(db, record.id);
    const quotes = await listQuotations(db, record.id, MOST_QUOTES);
    // What we worked out ourselves is said in our words, and nobody's quotation.
    const quoted = quotes.filter(({ said, field }) => basisOf(said, field) !== "worked-out");
    const cited = citation ? { ...citation, quotes: quoted } : null;
    return { record, withheld, look, disputes: [], fields: [], sources: [], dropped: [], cited };
  }
  const claims = await listSourcedClaims(db, record.type, [record.id]);
  return {
    record,
    withheld,
    look,
    disputes: await listDisputes(db, record.type, record.id),
    fields: [...new Set(claims.map(({ field }) => field))],
    cited: null,
    dropped: await loadDropped(db, record.id),
    sources: sourcesOf(claims).map(({ id, title }) => ({ id, title: title ?? "" })),
  };
}

async function loadDropped(db: Db, recordId: string): Promise<RecordForModerators["dropped"]> {
  const rows = await listDropped(db, recordId);
  const nameOf = await nameColleagues(
    db,
    rows.map(({ droppedBy }) => droppedBy),
  );
  return rows.map(({ droppedBy, droppedAt, ...row }) => ({
    ...row,
    who: nameOf(droppedBy),
    since: droppedAt,
  }));
}
