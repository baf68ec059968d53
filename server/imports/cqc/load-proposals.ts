import type { Db } from "@/db/client";
import { countOpenProposals, listOpenProposals } from "@/db/queries/proposals";
import { listRegistrations } from "@/db/queries/registrations";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import { PROPOSALS_AT_ONCE, type ProposalEffect } from "@/domain/registrations/proposal";
import type { RegisteredRun } from "@/domain/registrations/registered";
import type { SaidRegistration } from "@/domain/registrations/said";
import { loadCqcContext } from "@/server/imports/cqc/cqc-context";
import { itemOf, proposalEffects } from "@/server/imports/cqc/proposal-effects";

/** A registration that a newer edition of a register has, beside what is held. */
export type ProposalRead = {
  id: string;
  version: number;
  place: { slug: string; name: string };
  said: readonly SaidRegistration[];
  /** What is held and shown, in doubt. */
  held: RegisteredRun | null;
  /** What taking it over would do. */
  effects: readonly ProposalEffect[];
  speaksOf: string;
  source: { title: string; url: string | null };
  /** Whoever brought the edition decides none of it. */
  isOwn: boolean;
};

export const PROPOSALS_A_PAGE = PROPOSALS_AT_ONCE;

/**
 * What registers say and waits for a moderator, one page of it.
 * @throws NotAllowedError for whoever decides none.
 */
export async function loadProposals(
  db: Db,
  actor: AnyActor,
  page: number,
): Promise<{ proposals: ProposalRead[]; total: number }> {
  assertModerator(actor);
  const range = { offset: (Math.max(1, page) - 1) * PROPOSALS_A_PAGE, limit: PROPOSALS_A_PAGE };
  const rows = await listOpenProposals(db, range);
  const runs = await listRegistrations(
    db,
    rows.map(({ proposal }) => proposal.placeId),
  );
  const items = rows.map(({ proposal }) => itemOf(proposal));
  const newest = rows
    .map(({ proposal, publishedOn }) => publishedOn ?? proposal.speaksOf)
    .sort()
    .at(-1);
  const context = newest === undefined ? null : await loadCqcContext(db, items, newest);
  const proposals = rows.map(({ proposal, place, importedBy, sourceTitle, sourceUrl }) => ({
    id: proposal.id,
    version: proposal.version,
    place,
    said: proposal.said,
    held: runs.get(proposal.placeId)?.find(({ isLatest }) => isLatest) ?? null,
    effects: context ? proposalEffects(proposal, context) : [],
    speaksOf: proposal.speaksOf,
    source: { title: sourceTitle, url: sourceUrl },
    isOwn: actor.kind === "campaigner" && actor.id === importedBy,
  }));
  return { proposals, total: await countOpenProposals(db) };
}

/** How many wait, for the queue. */
export async function countProposals(db: Db, actor: AnyActor): Promise<number> {
  assertModerator(actor);
  return countOpenProposals(db);
}

function assertModerator(actor: AnyActor): void {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
}
