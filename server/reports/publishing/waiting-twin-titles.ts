import type { Db } from "@/db/client";
import { findWaitingAboutAny, findWaitingBeside } from "@/db/queries/report-twins";
import { entryOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { NewServiceProposal, Proposal } from "@/domain/reports/proposal";
import { isSameChange } from "@/domain/reports/same-change";
import { isLikelyTwin, scoreTwin, type TwinFacts } from "@/domain/twins/score-twin";
import { twinFactsSaid } from "@/server/reports/publishing/twin-facts";

type Waiting = { id: string; proposal: Proposal };

/**
 * Of reports that wait, the title of another that waits too and says the same (of an entry), or is likely of the same new service: asked of
 * a whole page of the queue at once, by what reports say alone. The page of a report knows more of it, and names all of them.
 * @returns by the id of the report; nothing where there is none
 */
export async function findWaitingTwinTitles(
  db: Db,
  reports: readonly Waiting[],
): Promise<Map<string, string>> {
  const changes: { id: string; proposal: ChangeProposal }[] = [];
  const fresh: { id: string; proposal: NewServiceProposal }[] = [];
  for (const { id, proposal } of reports)
    if (proposal.kind === "new-service") fresh.push({ id, proposal });
    else changes.push({ id, proposal });
  const titles = await titlesOfChanges(db, changes);
  for (const [id, title] of await titlesOfNew(db, fresh)) titles.set(id, title);
  return titles;
}

async function titlesOfChanges(
  db: Db,
  changes: readonly { id: string; proposal: ChangeProposal }[],
): Promise<Map<string, string>> {
  const entries = new Set(changes.map(({ proposal }) => entryOf(proposal).id));
  const waiting = await findWaitingAboutAny(db, [...entries]);
  return new Map(
    changes.flatMap(({ id, proposal }): [string, string][] => {
      const twin = waiting.find((other) => other.id !== id && isSameChange(proposal, other.proposal));
      return twin ? [[id, twin.title]] : [];
    }),
  );
}

async function titlesOfNew(
  db: Db,
  fresh: readonly { id: string; proposal: NewServiceProposal }[],
): Promise<Map<string, string>> {
  const pairs = await findWaitingBeside(
    db,
    fresh.map(({ id }) => id),
  );
  const facts = new Map<string, TwinFacts>();
  for (const { id, proposal } of fresh) facts.set(id, await twinFactsSaid(db, proposal));
  const titles = new Map<string, { title: string; points: number }>();
  for (const { of, title, proposal } of pairs) {
    const own = facts.get(of);
    if (!own || proposal.kind !== "new-service") continue;
    const score = scoreTwin(own, await twinFactsSaid(db, proposal));
    if (isLikelyTwin(score) && score.points > (titles.get(of)?.points ?? 0))
      titles.set(of, { title, points: score.points });
  }
  return new Map([...titles].map(([id, { title }]) => [id, title]));
}
