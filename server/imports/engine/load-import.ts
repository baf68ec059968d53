import type { Db } from "@/db/client";
import { listBatches } from "@/db/queries/batches";
import { nameColleagues } from "@/db/queries/colleagues";
import { type ImportCommentRow, listImportComments } from "@/db/queries/import-comments";
import { findRow, listRows, listRowsPage, type RowFilter } from "@/db/queries/imports";
import {
  countMatchingImports,
  countWaitingImports,
  type ImportQuery,
  listWaitingImports,
} from "@/db/queries/imports-registers";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import type { ImportNote } from "@/domain/imports/import-note";
import {
  canReadImports,
  IMPORT_MOVES,
  type ImportMove,
  type ImportQuestions,
  type ImportRefusal,
  importHolder,
  importRefusal,
} from "@/domain/imports/import-policy";
import {
  type ApprovalRule,
  countByRule,
  type RuleCount,
  sampleOf,
  sampleSeed,
} from "@/domain/imports/selection";
import { whyImport } from "@/domain/imports/why-import";
import { keysOf } from "@/domain/lists/keys-of";
import { type QueueAddress, WHOLE_QUEUE, waitingSince } from "@/domain/reports/queue-address";
import { findDecider } from "@/server/imports/engine/find-decider";
import { formatOf } from "@/server/imports/engine/find-format";
import { findImport, type ImportBatch } from "@/server/imports/engine/find-import";
import { importFactsOf } from "@/server/imports/engine/import-facts-of";
import { type ShownRow, showRows } from "@/server/imports/engine/show-rows";

export type ImportRead = ImportBatch & {
  /** By move, why this actor may not make it; missing where they may. */
  refusals: Partial<Record<ImportMove, ImportRefusal>>;
  /** What its importer can say of it, in principle. */
  asks: ImportQuestions;
  /** Who holds it now, as colleagues call them. */
  hold: { byMe: boolean; handle: string; until: Date; secondsLeft: number } | null;
  /** The moment from which it may be approved, while that is to come. */
  waitsUntil: Date | null;
  /** Whether it says of which organisations its rows are, as long as it waits. */
  namesOrganisations: boolean;
  /** What those wrote about their rows. */
  comments: ImportCommentRow[];
  /** What is to be said beside its counts. */
  notes: ImportNote[];
  /** Columns of the file that nothing is read from. */
  unused: string[];
};

/** @throws NotAllowedError, NotFoundError */
export async function loadImport(db: Db, actor: AnyActor, id: string): Promise<ImportRead> {
  assertReader(actor);
  const batch = await findImport(db, id);
  const format = formatOf(batch);
  const facts = importFactsOf(batch);
  const refusals: ImportRead["refusals"] = {};
  const decider = await findDecider(db, actor);
  for (const move of keysOf(IMPORT_MOVES)) {
    const refusal = importRefusal(facts, move, actor, decider);
    if (refusal) refusals[move] = refusal;
  }
  const { waitsUntil: until } = facts;
  const now = new Date();
  const [holder, holdUntil] = [importHolder(facts, now), batch.holdExpiresAt ?? now];
  const nameOf = await nameColleagues(db, [holder]);
  return {
    ...batch,
    refusals,
    asks: format.asks,
    hold:
      holder === null || batch.state !== "submitted"
        ? null
        : {
            byMe: holder === actor.id,
            handle: nameOf(holder) ?? "",
            until: holdUntil,
            secondsLeft: (holdUntil.getTime() - now.getTime()) / 1000,
          },
    waitsUntil: batch.state === "submitted" && until && until > new Date() ? until : null,
    namesOrganisations: format.concerning !== undefined && isOpenImport(batch),
    comments: format.concerning ? await listImportComments(db, batch.id) : [],
    notes: format.notes(batch),
    unused: format.unused(batch),
  };
}

/** Whether nothing was decided about it yet. */
export function isOpenImport({ state }: Pick<ImportBatch, "state">): boolean {
  return state === "previewed" || state === "submitted";
}

export const IMPORT_ROWS_A_PAGE = 50;

/** One page of an import's rows. */
export async function loadImportRows(
  db: Db,
  actor: AnyActor,
  batch: ImportBatch,
  { filter, page }: { filter: RowFilter; page: number },
): Promise<{ rows: ShownRow[]; total: number }> {
  assertReader(actor);
  const range = { offset: (page - 1) * IMPORT_ROWS_A_PAGE, limit: IMPORT_ROWS_A_PAGE };
  const { rows, total } = await listRowsPage(db, batch.id, filter, range);
  return { rows: await showRows(db, batch, rows), total };
}

/** The rows that an approver by sample has to look at, and how many each rule takes. */
export async function loadApproval(
  db: Db,
  actor: AnyActor,
  batch: ImportBatch,
): Promise<{ sample: ShownRow[]; rules: Record<ApprovalRule, RuleCount> }> {
  assertReader(actor);
  const rows = await listRows(db, batch.id);
  const numbers = new Set(sampleOf(rows, sampleSeed(batch)));
  const sampled = rows.filter(({ number }) => numbers.has(number));
  return { sample: await showRows(db, batch, sampled), rules: countByRule(rows) };
}

/** @throws NotFoundError for a row that the import does not have. */
export async function loadImportRow(
  db: Db,
  actor: AnyActor,
  batch: ImportBatch,
  number: number,
): Promise<ShownRow> {
  assertReader(actor);
  const isNumber = Number.isSafeInteger(number) && number >= 0 && number < 2 ** 31;
  const row = isNumber ? await findRow(db, batch.id, number) : undefined;
  const [shown] = row ? await showRows(db, batch, [row]) : [];
  if (!shown) throw new NotFoundError("row of the import");
  return shown;
}

export const IMPORTS_A_PAGE = 50;

/** One page of the imports and of what the project ships, newest first: all of them, or those with some words. */
export async function loadImportList(
  db: Db,
  actor: AnyActor,
  { words, page }: { words: string; page: number },
) {
  assertReader(actor);
  return listBatches(db, words, { offset: (page - 1) * IMPORTS_A_PAGE, limit: IMPORTS_A_PAGE });
}

/** What an address of the queue asks of imports; null where it asks for what no list has as a whole: an area, a kind of care, a town, an author. */
function importsAsked(
  { q, area, kind, problem, age, who, town, source, batch, like }: QueueAddress,
  actorId: string,
  now: Date,
): ImportQuery | null {
  if ([area, kind, problem, town, source, batch, like].some((value) => value !== null)) return null;
  return {
    words: (q ?? "").toLowerCase().split(" ").filter(Boolean),
    until: waitingSince(age, now),
    heldBy: who === "mine" ? actorId : null,
    isFree: who === "free",
    now,
  };
}

/** The imports that this actor could approve, those that wait longest first: a page of those that an address of the queue asks for, and how many these are. */
export async function loadImportsToApprove(
  db: Db,
  actor: AnyActor,
  address: QueueAddress = WHOLE_QUEUE,
  now = new Date(),
) {
  assertReader(actor);
  const query = actor.kind === "campaigner" ? importsAsked(address, actor.id, now) : null;
  if (actor.kind !== "campaigner" || !query) return { imports: [], total: 0 };
  const total = await countMatchingImports(db, actor.id, query);
  const rows = await listWaitingImports(db, actor.id, IMPORTS_A_PAGE, query);
  const nameOf = await nameColleagues(
    db,
    rows.map(({ heldBy }) => heldBy),
  );
  const imports = rows.map(({ heldBy, holdExpiresAt, isComplete, isOverridden, ...waiting }) => {
    const holder = importHolder({ heldBy, holdExpiresAt }, now);
    const hold =
      holder === null || !holdExpiresAt ? null : { handle: nameOf(holder) ?? "", until: holdExpiresAt };
    const why = whyImport({ submittedAt: waiting.submittedAt, isComplete, isOverridden }, now);
    return { ...waiting, why, held: hold && { ...hold, byMe: holder === actor.id } };
  });
  return { imports, total };
}

/** How many imports this actor could approve. */
export async function countImportsToApprove(db: Db, actor: AnyActor): Promise<number> {
  assertReader(actor);
  return actor.kind === "campaigner" ? countWaitingImports(db, actor.id) : 0;
}

function assertReader(actor: AnyActor): void {
  if (!canReadImports(actor)) throw new NotAllowedError("not-moderator");
}
