import { type Db, getDb } from "@/db/client";
import { findRecordNames, listKeptClaims, listKeptVersions } from "@/db/queries/claims-read";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { findPublicEntry } from "@/db/queries/public-entry";
import { hideQuotes, hideText } from "@/domain/claims/hide-quotes";
import { type ClaimRead, idsIn } from "@/domain/claims/reading";
import { historyOf, type KeptClaim, type RecordEvent } from "@/domain/claims/record-history";
import type { EventRead, RecordHistory } from "@/domain/pages/record-history";
import type { EntryType } from "@/domain/records/entry-path";
import { loadLineHistories } from "@/server/records/load-line-histories";

/**
 * What happened to an entry, for readers, newest first: of what counts today. What was taken back is told without what it said, because
 * it was found wrong; nobody is told who did it.
 * @returns undefined where there is no such page.
 */
export async function loadRecordHistory(
  type: EntryType,
  slug: string,
  db: Db = getDb(),
): Promise<RecordHistory | undefined> {
  const entry = await findPublicEntry(db, type, slug);
  if (entry?.slug !== slug) return undefined;
  const [claims, versions] = await Promise.all([
    listKeptClaims(db, type, entry.id, { counted: true }),
    listKeptVersions(db, type, entry.id),
  ]);
  const lines = await loadLineHistories(db, claims, { counted: true });
  const all = [...claims, ...lines.flatMap((line) => line.claims)];
  const pointedAt = all.flatMap(({ value }) => idsIn(value));
  const [names, hidden] = await Promise.all([findRecordNames(db, pointedAt), findHiddenNames(db, pointedAt)]);
  const read = hideQuotes(
    all.map((claim) => ({ ...claim, isInForce: true })),
    hidden,
  );
  const byId = new Map(read.map((claim) => [claim.id, claim]));
  const shown = (claim: KeptClaim | null) => (claim && byId.get(claim.id)) ?? null;
  const told =
    (of: EventRead["of"]) =>
    ({ at, kind, reason, rows }: RecordEvent): EventRead => {
      const facts = rows
        .map(({ before, after }) => ({ before: shown(before), after: shown(after) }))
        .filter(({ before, after }) => before !== null || after !== null);
      return { at, kind, reason: hideText(reason, hidden), rows: facts, sources: sourcesOfRows(facts), of };
    };
  const events = [
    ...historyOf(claims, versions, entry.visibility).map(told(null)),
    // What may not be named is told by nothing of it.
    ...lines.flatMap(({ line, events: ofLine }) => {
      const name = names.get(line.id)?.name;
      return name === undefined ? [] : ofLine.map(told({ ...line, name }));
    }),
  ];
  return { entry, events: events.reverse().sort((a, b) => b.at.getTime() - a.at.getTime()), names };
}

function sourcesOfRows(rows: readonly { after: ClaimRead | null }[]): EventRead["sources"] {
  const sources = rows.flatMap(({ after }) => (after ? [after.source] : []));
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
