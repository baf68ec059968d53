import { type Db, inTransaction } from "@/db/client";
import { decideProposalRow, findOpenProposal, findProposal } from "@/db/queries/proposals";
import { lockPublishing } from "@/db/queries/report-records";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import { proposalDecisionSchema } from "@/domain/registrations/proposal";
import { handleOf } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { acceptedDrafts, dismissedDrafts } from "@/server/imports/cqc/accept-drafts";
import { loadCqcContext } from "@/server/imports/cqc/cqc-context";
import { withNewIds } from "@/server/imports/engine/new-ids";
import { saveRecords } from "@/server/records/save-records";

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
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const parsed = proposalDecisionSchema.safeParse(input);
  if (!parsed.success)
    throw new InvalidInputError(
      Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
    );
  const { decision, reason } = parsed.data;
  return inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    const found = isUuid(input.id) ? await findOpenProposal(transaction, input.id) : undefined;
    if (!found) throw await whyNotOpen(transaction, input.id);
    const { proposal, importedBy, sourceTitle, publishedOn } = found;
    // Whoever brought the edition decides none of it.
    if (importedBy === actor.id) throw new NotAllowedError("own-import");
    const state = decision === "accept" ? "accepted" : "dismissed";
    const seen = { id: proposal.id, version: Number(input.version) };
    if (!(await decideProposalRow(transaction, seen, { state, decidedBy: actor.id, decidedAt: now, reason })))
      throw new ConflictError("proposal.changed");
    const { placeId, batchId, sourceId, speaksOf, said } = proposal;
    const item = { placeId, kind: "table" as const, speaksOf, said, listed: [], isGone: false };
    const context = await loadCqcContext(transaction, [item], publishedOn ?? speaksOf);
    const source = { row: { ...context.register.row, id: sourceId }, confirmedOn: speaksOf };
    const here = { ...context, register: source };
    const drafts =
      state === "accepted" ? acceptedDrafts(proposal, here) : dismissedDrafts(proposal, here, proposal.id);
    await saveRecords(transaction, actor, withNewIds([{ number: null, drafts }]).drafts, {
      reason: `Register: ${sourceTitle}`,
      action: "record.published",
      subject: { type: "batch", id: batchId },
      batchId,
    });
    const subject = { type: "place", id: placeId };
    await audit(transaction, actor, `proposal.${state}`, subject, { proposal: proposal.id, reason });
    return { placeId };
  });
}

async function whyNotOpen(db: Db, id: string): Promise<Error> {
  const known = isUuid(id) ? await findProposal(db, id) : undefined;
  if (!known) return new NotFoundError("proposal");
  if (known.state === "open") return new ConflictError("proposal.over");
  return new ConflictError("proposal.decided", handleOf(known.decidedBy ?? ""));
}
