import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames } from "@/db/queries/claims-read";
import { listAreasOfServices } from "@/db/queries/places";
import { listPublicNames } from "@/db/queries/public-names";
import { listServices, listServicesInArea } from "@/db/queries/services";
import { findRecord, findRecordsOfSource, type RecordFound } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import type { Claim } from "@/domain/claims/claim";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { countServices } from "@/domain/figures/count";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { AreaSummary } from "@/domain/pages/area-page";
import { countsAs, DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import {
  type BrakeMove,
  type EntryShown,
  type SeenElsewhere,
  type ShownIn,
  shownChanges,
} from "@/domain/records/brake-move";
import { ENTRY_TYPES, type EntryType } from "@/domain/records/entry-path";
import { brakeRefusal, isWithheldByHand, type WithheldByHand } from "@/domain/records/withheld";
import { isRunning } from "@/domain/services/running";
import type { Visibility } from "@/domain/services/service";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { citeAgain, dropSource } from "@/server/records/drop-source";
import { rehearse } from "@/server/records/rehearse";
import { restoreAtOnce } from "@/server/records/restore-record";
import { versionSeen } from "@/server/records/seen-version";
import { withholdRecord } from "@/server/records/withhold-record";
import { brakeNeed, type SecondNeed } from "@/server/second-looks/ask-second-look";

/** How many areas are named with their numbers: what many areas show touches every one. */
const MOST_AREAS = 40;
/** Stands for words that are not written yet: what is rehearsed is taken back, and nobody reads it. */
const WORDS = "These words are not written yet";

export type AreaChange = Pick<AreaSummary, "id" | "kind" | "nameEn" | "nameCy"> & {
  before: number;
  after: number;
};

export type BrakePreview = {
  /** What it is done by: refused where this has become another. */
  version: number;
  /** How the entry is shown; null of a source. */
  visibility: { before: Visibility; after: Visibility } | null;
  /** Entries that readers would meet elsewhere than now. */
  entries: SeenElsewhere[];
  /** Areas that would have another number of services, the first of them, and how many there are. */
  areas: { first: AreaChange[]; all: number };
  /** Of a source, also of one entry alone: what entries that it speaks of would say otherwise. */
  facts: { id: string; type: EntryType; name: string; rows: ChangedClaim[] }[];
  names: Map<string, RecordName>;
  /** By how many it is done. */
  need: SecondNeed;
};
/** Why it cannot be done, or not by this moderator, as what doing it would end in. */
export type BrakeRefused = { refused: string };

/**
 * What withholding, restoring, disputing or settling would do to all that readers see, found out by doing it and taking it back.
 * @throws NotAllowedError for those who are no moderators; NotFoundError
 */
export async function loadBrakePreview(
  db: Db,
  actor: AnyActor,
  move: BrakeMove,
  asked: { type: string; ref: string; sourceId?: string },
): Promise<BrakePreview | BrakeRefused> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const record = isWithheldByHand(asked.type) ? await findRecord(db, asked.type, asked.ref) : undefined;
  if (!record) throw new NotFoundError("record");
  try {
    const { areas, ...preview } = await rehearse(db, (inner) =>
      tryOut(inner, actor, move, record, asked.sourceId ?? ""),
    );
    // How many there are now is asked when everything is again as it is.
    const first: AreaChange[] = [];
    for (const { area, after } of areas.first)
      first.push({ ...area, before: await countIn(db, area.id), after });
    return { ...preview, areas: { first, all: areas.all }, need: await needOf(db, actor, move, record) };
  } catch (error) {
    if (error instanceof ConflictError) return { refused: error.what };
    if (error instanceof NotAllowedError) return { refused: error.reason };
    throw error;
  }
}

async function needOf(db: Db, actor: AnyActor, move: BrakeMove, record: RecordFound): Promise<SecondNeed> {
  if (actor.kind === "visitor" || (move !== "withhold" && move !== "restore")) return "one";
  return brakeNeed(db, actor, move, record);
}

async function tryOut(db: Db, actor: AnyActor, move: BrakeMove, record: RecordFound, sourceId: string) {
  const { type, id } = record;
  const version = await versionSeen(db, type, id);
  const spokenOf = await spokenOfBy(db, move, record);
  const before = await readPublic(db);
  const saidBefore = await claimsOf(db, spokenOf);
  await doMove(db, actor, move, { type, ref: id, sourceId });
  const after = await readPublic(db);
  const facts = await factsOf(db, spokenOf, saidBefore);
  const claims = facts.flatMap(({ rows }) => rows.flatMap((row) => [row.before, row.after]));
  const now = await findRecord(db, type, id);
  const moved = eitherAlone(before.counted, after.counted);
  const areas = await listAreasOfServices(db, moved);
  const first = [];
  for (const area of areas.slice(0, MOST_AREAS)) first.push({ area, after: await countIn(db, area.id) });
  return {
    version,
    visibility:
      record.visibility && now?.visibility ? { before: record.visibility, after: now.visibility } : null,
    entries: shownChanges(before.shown, after.shown),
    areas: { first, all: areas.length },
    facts,
    names: await findRecordNames(
      db,
      claims.flatMap((claim) => idsIn(claim?.value)),
    ),
  };
}

function doMove(
  db: Db,
  actor: AnyActor,
  move: BrakeMove,
  entry: { type: WithheldByHand; ref: string; sourceId: string },
): Promise<unknown> {
  switch (move) {
    case "withhold":
      return withholdRecord(db, actor, { ...entry, reason: WORDS });
    case "restore":
      return restoreAtOnce(db, actor, { ...entry, reason: WORDS });
    case "dispute":
      return markDisputed(db, actor, { ...entry, field: "", says: WORDS });
    case "settle":
      return settleDispute(db, actor, { ...entry, reason: WORDS });
    case "drop":
      return dropSource(db, actor, { ...entry, reason: WORDS });
    case "cite":
      return citeAgain(db, actor, { ...entry, reason: WORDS });
  }
}

/** All that readers meet, by what each of it is. */
async function readPublic(db: Db): Promise<{ shown: Map<string, EntryShown>; counted: ReadonlySet<string> }> {
  const [rows, names] = [await listServices(db), await listPublicNames(db)];
  const shown = new Map<string, EntryShown>();
  for (const row of rows)
    shown.set(row.id, {
      type: "service",
      name: row.name,
      in: row.slug === null ? whereListed(row) : [...whereListed(row), "page", "search"],
    });
  for (const { kind, slug, name } of names)
    if (kind !== "service") shown.set(`${kind} ${slug}`, { type: kind, name, in: ["page", "search"] });
  const isCounted = (row: ServiceRow) => isRunning(row) && countsAs(row.kind, DEFAULT_DEFINITION);
  return { shown, counted: new Set(rows.filter(isCounted).map(({ id }) => id)) };
}

function whereListed(row: ServiceRow): ShownIn[] {
  const on: ShownIn[] = ["lists"];
  if (row.position !== null) on.push("map");
  if (row.provider !== null) on.push("runner");
  return on;
}

function eitherAlone(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...[...some].filter((id) => !others.has(id)), ...[...others].filter((id) => !some.has(id))];
}

async function countIn(db: Db, areaId: string): Promise<number> {
  return countServices(await listServicesInArea(db, areaId), DEFAULT_DEFINITION).services;
}

type Entry = { type: EntryType; id: string };

/** The entries whose facts may be said otherwise then. */
async function spokenOfBy(db: Db, move: BrakeMove, { type, id }: RecordFound): Promise<Entry[]> {
  if (type === "source") return entriesOf(db, id);
  return move === "drop" || move === "cite" ? [{ type, id }] : [];
}

async function entriesOf(db: Db, sourceId: string): Promise<Entry[]> {
  return (await findRecordsOfSource(db, sourceId)).flatMap(({ type, id }) => {
    const entry = ENTRY_TYPES.find((known) => known === type);
    return entry ? [{ type: entry, id }] : [];
  });
}

/** What is said of entries by sources that count. */
async function claimsOf(db: Db, entries: readonly Entry[]): Promise<Map<string, Claim[]>> {
  const said = new Map<string, Claim[]>();
  for (const type of ENTRY_TYPES) {
    const ids = entries.filter((entry) => entry.type === type).map(({ id }) => id);
    for (const [id, claims] of await findClaimsByRecord(db, type, ids)) said.set(id, [...claims]);
  }
  return said;
}

/** Fact by fact, of the entries that something would be said otherwise of. */
async function factsOf(db: Db, entries: readonly Entry[], before: ReadonlyMap<string, Claim[]>) {
  const after = await claimsOf(db, entries);
  const facts: BrakePreview["facts"] = [];
  for (const { type, id } of entries) {
    const rows = changedClaims(before.get(id) ?? [], after.get(id) ?? []);
    const name = rows.length === 0 ? "" : ((await findRecord(db, type, id))?.name ?? "");
    if (rows.length > 0) facts.push({ type, id, name, rows });
  }
  return facts;
}
