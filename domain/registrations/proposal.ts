import { z } from "zod";
import { manyLines } from "@/domain/language/plain-text";

/** What becomes of a registration that a newer edition of a register has and nothing here says yet. */
export const PROPOSAL_STATES = ["open", "accepted", "dismissed"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a moderator decides, with why: the reason is kept in the audit. */
export const proposalDecisionSchema = z.object({
  decision: z.enum(["accept", "dismiss"], "required"),
  reason: z.string().overwrite(manyLines).trim().min(15, "reason-needed").max(1000, "too-long"),
});
export type ProposalDecision = z.infer<typeof proposalDecisionSchema>;
