import { z } from "zod";
import { manyLines } from "@/domain/language/plain-text";

/** What becomes of a registration that a newer edition of a register has and nothing here says yet. */
export const PROPOSAL_STATES = ["open", "accepted", "dismissed"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a moderator decides, with why: the reason is kept in the audit. */
export const proposalDecisionSchema = z.object({
  decision: z.enum(["accept", "dismiss"], "choice"),
  reason: z.string().overwrite(manyLines).trim().min(15, "reason-needed").max(1000, "too-long"),
});
export type ProposalDecision = z.infer<typeof proposalDecisionSchema>;

/** At most a page of them. */
export const PROPOSALS_AT_ONCE = 20;

const chosenSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/, "choose-proposals")
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }));

/** Several, as their boxes were ticked ("id:version", what was seen of each), decided with one reason. */
export const proposalsDecisionSchema = proposalDecisionSchema.extend({
  chosen: z
    .array(chosenSchema, "choose-proposals")
    .min(1, "choose-proposals")
    .max(PROPOSALS_AT_ONCE, "choose-proposals"),
});

/**
 * What taking a proposal over does: who is the answer from when on, whose service of the practice ends, whose begins, and whose goes on.
 * `who` is null where the service names nobody.
 */
export type ProposalEffect = {
  what: "answers" | "ends" | "begins" | "goes-on";
  who: string | null;
  on: string;
};
