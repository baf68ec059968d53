import type { ProposalEffect } from "@/domain/registrations/proposal";
import { holderInWords } from "@/domain/registrations/said";
import { acceptedDrafts, type ProposedPractice } from "@/server/imports/cqc/accept-drafts";
import type { CqcContext } from "@/server/imports/cqc/cqc-context";
import type { CqcPractice } from "@/server/imports/cqc/cqc-item";
import type { RecordDraft } from "@/server/records/save-records";

/** A proposal as the row of the edition that it came from. */
export function itemOf({
  placeId,
  said,
  speaksOf,
}: Pick<CqcPractice, "placeId" | "said" | "speaksOf">): CqcPractice {
  return { placeId, kind: "table", speaksOf, said, listed: [], isGone: false };
}

/** What taking it over would do, read from the very drafts that it would write, so that nobody decides what they were not shown. */
export function proposalEffects(proposal: ProposedPractice, context: CqcContext): ProposalEffect[] {
  const newest = proposal.said.at(-1);
  if (!newest) return [];
  const on = newest.registeredOn;
  const who = holderInWords(newest);
  const stored = context.storedService(proposal.placeId);
  const effectOf = (draft: RecordDraft): ProposalEffect[] => {
    if (draft.recordType !== "service") return [];
    if (draft.claims.some(({ field, value }) => field === "status" && value === "ended"))
      return [{ what: "ends", who: stored?.providerName ?? null, on }];
    return [{ what: draft.create ? "begins" : "goes-on", who, on }];
  };
  return [{ what: "answers", who, on }, ...acceptedDrafts(proposal, context).flatMap(effectOf)];
}
