import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import type { Claim } from "@/domain/claims/claim";
import type { SourcedClaim } from "@/domain/claims/reading";
import type { Visibility } from "@/domain/services/service";

/** A claim with what became of it since. */
export type ClaimWithFate = Claim & {
  /** What replaced it, whether that counts today or not. */
  replacedBy: string | null;
  /** The change or import that it came with, and when that was undone. */
  batchId: string | null;
  undoneAt: Date | null;
  /** When its source was dropped from this entry alone. */
  droppedAt?: Date | null;
};

/** A claim of a record with what became of it since, its source and whence it came. */
export type KeptClaim = SourcedClaim & ClaimWithFate & { reportId: string | null; recordedBy: string };

/** What a record was until something changed it: kept with each change. */
export type KeptVersion = {
  version: number;
  changedAt: Date;
  /** Null where it may not be shown. */
  reason: string | null;
  changedBy: string;
  visibility: Visibility;
};

/** One thing that happened to a record. */
export type RecordEvent = {
  /** The record said from then on what `claimsAt` says of this moment. */
  at: Date;
  kind: "facts" | "undone" | "other";
  batchId: string | null;
  reportId: string | null;
  reason: string | null;
  /** Id of who did it. */
  by: string;
  rows: ChangedClaim<KeptClaim>[];
  /** Where it is shown otherwise from then on. */
  shown: { before: Visibility; after: Visibility } | null;
};

/** Counted each month and drawn elsewhere: a history of them would bury the rest. */
const FIGURES: ReadonlySet<string> = new Set(["waiting-times", "paid-for-by"]);

export function isFigure(field: string): boolean {
  return FIGURES.has(field);
}

/** What was said of a record at a moment: what was recorded by then and not undone yet, each with what had replaced it by then. */
export function claimsAt<C extends ClaimWithFate>(claims: readonly C[], at: Date): C[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return claims
    .filter((claim) => isThere(claim, at))
    .map((claim) => ({ ...claim, supersededBy: replacedAt(claim, byId, at) }));
}

function isThere({ recordedAt, undoneAt, droppedAt }: ClaimWithFate, at: Date): boolean {
  return recordedAt <= at && [undoneAt, droppedAt].every((over) => !over || over > at);
}

/** What replaced a claim was undone in its turn, and may itself have been replaced before: the chain is followed as far as it stood. */
function replacedAt(claim: ClaimWithFate, byId: ReadonlyMap<string, ClaimWithFate>, at: Date): string | null {
  const seen = new Set<string>();
  for (let id = claim.replacedBy; id !== null && !seen.has(id); ) {
    seen.add(id);
    const newer = byId.get(id);
    // What is off the site goes on having replaced what it found wrong.
    if (!newer) return id;
    if (newer.recordedAt > at) return null;
    if (isThere(newer, at)) return id;
    id = newer.replacedBy;
  }
  return null;
}

/**
 * What happened to a record, oldest first: what was said of it, what was taken back, how it was shown. What only repeats what another
 * source says more strongly is left out, as are figures.
 * @param now how the record is shown today.
 * @param undoneBy ids of who undid which batch, where that is known: what they changed is told apart from what others did in those minutes.
 */
export function historyOf(
  claims: readonly KeptClaim[],
  versions: readonly KeptVersion[],
  now: Visibility,
  undoneBy: ReadonlyMap<string, string> = new Map(),
): RecordEvent[] {
  const facts = claims.filter(({ field }) => !isFigure(field));
  const open = [...versions].sort((a, b) => a.version - b.version);
  const shownAfter = new Map(open.map(({ version }, index) => [version, open[index + 1]?.visibility ?? now]));
  const taken = new Set<number>();
  const take = (from: Date, by: string | null, next = Number.POSITIVE_INFINITY) => {
    const until = Math.min(next, from.getTime() + LONGEST_WORK);
    const found = open.find(
      ({ version, changedAt, changedBy }) =>
        !taken.has(version) &&
        changedAt >= from &&
        changedAt.getTime() < until &&
        (by === null || by === changedBy),
    );
    if (found) taken.add(found.version);
    return found;
  };
  const shownBy = (version: KeptVersion | undefined): RecordEvent["shown"] => {
    const after = version && shownAfter.get(version.version);
    return version && after && after !== version.visibility ? { before: version.visibility, after } : null;
  };
  const events: RecordEvent[] = [];
  const groups = groupsOf(facts);
  for (const [index, group] of groups.entries()) {
    // What was kept after the next facts were recorded is of those: what made an entry has no version before it.
    const version = take(group.from, group.by, groups[index + 1]?.from.getTime());
    const { batchId, reportId, by, until: at } = group;
    const reason = version?.reason ?? null;
    events.push({ at, kind: "facts", batchId, reportId, reason, by, rows: [], shown: shownBy(version) });
  }
  const undone = [...undoneBatches(facts)].sort(([, a], [, b]) => a.getTime() - b.getTime());
  for (const [index, [batchId, at]] of undone.entries()) {
    const who = undoneBy.get(batchId) ?? null;
    // What was changed after the next was undone is of that one.
    const next = undone.slice(index + 1).find(([, later]) => later > at);
    const version = take(at, who, next?.[1].getTime());
    const [reason, by] = [version?.reason ?? null, who ?? version?.changedBy ?? ""];
    events.push({
      at,
      kind: "undone",
      batchId,
      reportId: null,
      reason,
      by,
      rows: [],
      shown: shownBy(version),
    });
  }
  for (const version of open.filter((one) => !taken.has(one.version))) {
    const { changedAt: at, reason, changedBy: by } = version;
    events.push({
      at,
      kind: "other",
      batchId: null,
      reportId: null,
      reason,
      by,
      rows: [],
      shown: shownBy(version),
    });
  }
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  return withRows(events, facts);
}

/** Milliseconds that an import of a whole country may take between its facts and its rows. */
const LONGEST_WORK = 30 * 60_000;
/** And between two facts of one person's work. */
const LONGEST_GAP = 5_000;

type Group = {
  from: Date;
  until: Date;
  by: string;
  batchId: string | null;
  reportId: string | null;
};

/** Facts that were recorded together. */
function groupsOf(claims: readonly KeptClaim[]): Group[] {
  const groups: Group[] = [];
  const sorted = [...claims].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  for (const { recordedAt, recordedBy, batchId, reportId } of sorted) {
    const last = groups.at(-1);
    const isSame = last?.by === recordedBy && last.batchId === batchId && last.reportId === reportId;
    if (last && isSame && recordedAt.getTime() - last.until.getTime() <= LONGEST_GAP) last.until = recordedAt;
    else groups.push({ from: recordedAt, until: recordedAt, by: recordedBy, batchId, reportId });
  }
  return groups;
}

function undoneBatches(claims: readonly KeptClaim[]): Map<string, Date> {
  const undone = new Map<string, Date>();
  for (const { batchId, undoneAt } of claims) if (batchId !== null && undoneAt) undone.set(batchId, undoneAt);
  return undone;
}

function withRows(events: readonly RecordEvent[], claims: readonly KeptClaim[]): RecordEvent[] {
  let before: KeptClaim[] = [];
  const told: RecordEvent[] = [];
  for (const event of events) {
    const after = event.kind === "other" ? before : claimsAt(claims, event.at);
    const rows = changedClaims(before, after);
    before = after;
    if (rows.length > 0 || event.shown || event.kind !== "facts") told.push({ ...event, rows });
  }
  return told;
}
