import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { decideProposalRow, findOpenProposal, findProposal } from "@/db/queries/proposals";
import { lockPublishing } from "@/db/queries/report-records";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import {
  type ProposalDecision,
  proposalDecisionSchema,
  proposalsDecisionSchema,
} from "@/domain/registrations/proposal";
import { handleOf } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { acceptedDrafts, dismissedDrafts, type ProposedPractice } from "@/server/imports/cqc/accept-drafts";
import { commentDrafts } from "@/server/imports/cqc/comment-drafts";
import { type CqcContext, loadCqcContext } from "@/server/imports/cqc/cqc-context";
import { withProvider } from "@/server/imports/cqc/judge-practice";
import { itemOf } from "@/server/imports/cqc/proposal-effects";
import { withNewIds } from "@/server/imports/engine/new-ids";
import { saveRecords } from "@/server/records/save-records";

type Decision = { decision: ProposalDecision["decision"]; reason: string };

/**
 * A moderator decides what a newer edition of a register proposes: takes it over, or leaves things as they are. In one transaction, audited
 * with the reason. What is taken over belongs to the import that proposed it and goes with it when that is undone.
 * @throws NotAllowedError ("own-import" among others), InvalidInputError, NotFoundError, ConflictError when it is decided or over.
 */
export async function decideProposal(
  db: Db,
  actor: CampaignerActor,
  input: { id: string; version: unknown; decision: unknown; reason: unknown },
  now = new Date(),
): Promise<{ placeId: string }> {
  assertModerator(actor);
  const decided = read(proposalDecisionSchema, input);
  return inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    return decideOne(transaction, actor, { id: input.id, version: Number(input.version) }, decided, now);
  });
}

/**
 * The same for several, with one reason, all or none: one that is decided or over leaves the others undecided. Each is audited by itself.
 * @throws as `decideProposal`; InvalidInputError where none is chosen.
 */
export async function decideProposals(
  db: Db,
  actor: CampaignerActor,
  input: { chosen: readonly unknown[]; decision: unknown; reason: unknown },
  now = new Date(),
): Promise<{ decided: number }> {
  assertModerator(actor);
  const { chosen, ...decided } = read(proposalsDecisionSchema, input);
  return inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    for (const seen of chosen) await decideOne(transaction, actor, seen, decided, now);
    return { decided: chosen.length };
  });
}

function assertModerator(actor: CampaignerActor): void {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
}

function read<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
  );
}

async function decideOne(
  transaction: Db,
  actor: CampaignerActor,
  { id, version }: { id: string; version: number },
  { decision, reason }: Decision,
  now: Date,
): Promise<{ placeId: string }> {
  const found = isUuid(id) ? await findOpenProposal(transaction, id) : undefined;
  if (!found) throw await whyNotOpen(transaction, id);
  const { proposal, importedBy, sourceTitle, publishedOn } = found;
  await assertMayChangeEntry(transaction, actor, { type: "place", id: proposal.placeId });
  // Whoever brought the edition decides none of it.
  if (importedBy === actor.id) throw new NotAllowedError("own-import");
  const state = decision === "accept" ? "accepted" : "dismissed";
  if (
    !(await decideProposalRow(
      transaction,
      { id, version },
      { state, decidedBy: actor.id, decidedAt: now, reason },
    ))
  )
    throw new ConflictError("proposal.changed");
  const { placeId, batchId, sourceId, speaksOf } = proposal;
  const context = await loadCqcContext(transaction, [itemOf(proposal)], publishedOn ?? speaksOf);
  const source = { row: { ...context.register.row, id: sourceId }, confirmedOn: speaksOf };
  const here = { ...context, register: source };
  const drafts =
    state === "accepted" ? acceptedDrafts(proposal, here) : dismissedDrafts(proposal, here, proposal.id);
  // Who is named by a proposal alone had no page for what it wrote until now.
  const named = state === "accepted" ? saidOrganisations(proposal, here) : [];
  drafts.push(...(await commentDrafts(transaction, batchId, { named, drafts })));
  await saveRecords(transaction, actor, withNewIds([{ number: null, drafts }]).drafts, {
    reason: `Register: ${sourceTitle}`,
    action: "record.published",
    subject: { type: "batch", id: batchId },
    batchId,
  });
  const subject = { type: "place", id: placeId };
  await audit(transaction, actor, `proposal.${state}`, subject, { proposal: proposal.id, reason });
  return { placeId };
}

function saidOrganisations({ said }: ProposedPractice, context: CqcContext) {
  return said.flatMap((one) => {
    const { provider } = withProvider(one, context);
    return one.form === "organisation" && provider !== null
      ? [{ providerId: provider, name: one.organisation.name }]
      : [];
  });
}

async function whyNotOpen(db: Db, id: string): Promise<Error> {
  const known = isUuid(id) ? await findProposal(db, id) : undefined;
  if (!known) return new NotFoundError("proposal");
  if (known.state === "open") return new ConflictError("proposal.over");
  return new ConflictError("proposal.decided", handleOf(known.decidedBy ?? ""));
}
