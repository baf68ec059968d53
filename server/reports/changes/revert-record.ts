import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findNamesOf } from "@/db/queries/batch-records";
import { listKeptClaims } from "@/db/queries/claims-read";
import { lockRecords } from "@/db/queries/projections";
import { findGone } from "@/db/queries/record-changes";
import { lockPublishing } from "@/db/queries/report-records";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import type { Claim } from "@/domain/claims/claim";
import { claimKey, inForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { claimsAt, isFigure } from "@/domain/claims/record-history";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { isOneOf } from "@/domain/lists/is-one-of";
import { VERSION_RESTORED } from "@/domain/records/change-batch";
import { CORRECTABLE_TYPES } from "@/domain/reports/change-proposals";
import { reasonSchema } from "@/domain/reports/field-decision";
import { namesAPerson } from "@/domain/reports/names-a-person";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
import { assertPractised } from "@/server/campaigners/finish-practice";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { noteRunners } from "@/server/records/note-runners";
import { type ClaimDraft, saveRecords } from "@/server/records/save-records";
import { type ChangedEntry, lockEntry } from "@/server/reports/changes/changed-entry";
import { openChange } from "@/server/reports/changes/open-change";
import { refusePlaceHeldBack, refuseTaken } from "@/server/reports/changes/refuse-taken";

const inputSchema = z.object({
  type: z.string().pipe(z.enum(CORRECTABLE_TYPES)),
  id: z.uuid(),
  /** A moment of its history: the entry says again what it said then. */
  to: z.coerce.date(),
  /** The version that the moderator saw. */
  version: z.coerce.number().int().positive(),
  reason: reasonSchema,
});

/**
 * Makes an entry say again what it said at a moment of its history, in one transaction: the facts of then are said once more, by the sources that said them, and take
 * the place of what is said now. It is a change like every other, so that it can be taken back. How the entry is shown, and figures, stay.
 * @throws NotAllowedError, also where a rule asks for two people ("needs-second"); InvalidInputError on `reason`, or on what another
 * entry has by now; ConflictError: "entry-gone", "entry-changed", "says-so-already", "entry-succeeded", "went-with-import".
 */
export async function revertRecord(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
): Promise<{ batchId: string }> {
  if (actor.kind === "visitor") throw new NotAllowedError("sign-in");
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  await assertPractised(db, actor);
  const { type, id, to, version, reason } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    await assertWithinAreas(tx, actor, { type, id });
    await lockPublishing(tx);
    const entry = await lockEntry(tx, { type, id });
    const row = (await lockRecords(tx, type, [id])).get(id);
    if (row?.version !== version) throw new ConflictError("entry-changed");
    const kept = await listKeptClaims(tx, type, id, { counted: false });
    const rows = changedClaims<Claim>(
      withoutFigures(entry.claims),
      withoutFigures(claimsAt(kept, to)),
    ).filter(({ isSame }) => !isSame);
    if (rows.length === 0) throw new ConflictError("says-so-already");
    await refuse(tx, entry, type, rows);
    const about = { type, id };
    const change = { kind: "revert", v: 1, recordType: type, recordId: id, to: to.toISOString() } as const;
    const batchId = await openChange(tx, actor, { change, about, subjectId: id, reportId: null, reason });
    const context = { reason: VERSION_RESTORED, action: "record.changed" as const, subject: about, batchId };
    const drafts = [{ recordType: type, recordId: id, claims: saidAgain(entry, rows) }];
    await saveRecords(tx, actor satisfies CampaignerActor, drafts, context);
    await noteRunners(tx, actor, drafts, context);
    return { batchId };
  });
}

function withoutFigures<C extends Claim>(claims: readonly C[]): C[] {
  return claims.filter(({ field }) => !isFigure(field));
}

/** What was said then, as it was said; it takes the place of everything that is said of the same now. */
function saidAgain(entry: ChangedEntry, rows: readonly ChangedClaim[]): ClaimDraft[] {
  const held = (claim: Claim) =>
    entry.claims
      .filter((other) => other.supersededBy === null && claimKey(other) === claimKey(claim))
      .map(({ id }) => id);
  const drafts = rows.flatMap(({ before, after }): ClaimDraft[] =>
    after ? [again(after, before ? held(before) : held(after))] : [],
  );
  const gone = rows.flatMap(({ before, after }) => (before && !after ? held(before) : []));
  if (gone.length === 0) return drafts;
  // What was not said at all is replaced by something that was: a claim says something.
  const [first, ...others] = drafts;
  if (first) return [{ ...first, supersedes: [...(first.supersedes ?? []), ...gone] }, ...others];
  const name = inForce(entry.claims, entry.claims[0]?.recordType ?? "service", "name");
  if (!name) throw new Error("an entry has a name");
  return [again(name, gone)];
}

function again(claim: Claim, supersedes: readonly string[]): ClaimDraft {
  const { field, value, sourceId, says, confirmedOn, validFrom, validTo } = claim;
  return { id: randomUUID(), field, value, sourceId, says, confirmedOn, validFrom, validTo, supersedes };
}

type Row = ChangedClaim;

async function refuse(
  db: Db,
  entry: ChangedEntry,
  type: (typeof CORRECTABLE_TYPES)[number],
  rows: readonly Row[],
): Promise<void> {
  // Whoever took over would run it beside whoever ran it before: that change is taken back instead.
  if (rows.some(({ before, after }) => [before, after].some((claim) => claim?.field === "successor")))
    throw new ConflictError("entry-succeeded");
  const pointedAt = rows.flatMap(({ after }) => idsIn(after?.value));
  if (await findGone(db, pointedAt)) throw new ConflictError("went-with-import");
  await refuseForTwo(db, entry, rows, pointedAt);
  for (const { after } of rows) {
    const said = typeof after?.value === "string" ? after.value : "";
    if (type === "provider" && after) await refuseTaken(db, entry, { field: after.field, proposed: said });
    if (type === "place" && after?.field === "name") await refusePlaceHeldBack(db, entry, { name: said });
  }
}

/** @throws NotAllowedError ("needs-second"): a correction with a source goes to a second moderator, this cannot. */
async function refuseForTwo(
  db: Db,
  entry: ChangedEntry,
  rows: readonly Row[],
  pointedAt: readonly string[],
): Promise<void> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const isHidden = (claim: Claim | null) =>
    claim?.field === "category" && isOneOf(SERVICE_CATEGORIES, claim.value) && isAreaOnly(claim.value);
  const names = await findNamesOf(
    db,
    pointedAt.map((id) => ({ type: "provider" as const, id })),
  );
  const isPerson =
    [...names.values()].some(({ name }) => namesAPerson(name)) ||
    rows.some(
      ({ after }) =>
        after?.field === "name" && after.recordType === "provider" && namesAPerson(String(after.value)),
    );
  if (
    entry.visibility === "area-only" ||
    isPerson ||
    rows.some(({ before, after }) => isHidden(before) || isHidden(after))
  )
    throw new NotAllowedError("needs-second-revert");
}
