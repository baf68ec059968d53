import { z } from "zod";

/** What can be answered in the practice queue; the first five are what can be done with a real report. */
export const PRACTICE_ANSWERS = [
  "approve",
  "approve-part",
  "second",
  "changes",
  "duplicate",
  "reject",
] as const;
export type PracticeAnswer = (typeof PRACTICE_ANSWERS)[number];

/**
 * Made-up reports with the answer that is right. They are in no table, so that none can ever be published; what they say stands in the catalogue
 * (`moderation.practice.cases`), by name.
 */
export const PRACTICE_CASES = {
  sourced: "approve",
  rumour: "changes",
  contract: "approve",
  person: "second",
  ended: "reject",
  sensitive: "second",
  twin: "duplicate",
  trust: "reject",
  patient: "approve-part",
  partners: "reject",
} as const satisfies Record<string, PracticeAnswer>;
export type PracticeCase = keyof typeof PRACTICE_CASES;

/** From this role on somebody has to have finished the practice queue before what they say of a report counts. */
export const PRACTICE_FROM_ROLE = "trusted-campaigner";

/**
 * What the form sends. A case without an answer is `practice-needed`; one that was answered otherwise is `missed.` and its name, which is the key of
 * what was missed and why.
 */
export const practiceSchema = z.object(
  Object.fromEntries(
    Object.entries(PRACTICE_CASES).map(([name, right]) => [
      name,
      z.enum(PRACTICE_ANSWERS, "practice-needed").refine((given) => given === right, `missed-${name}`),
    ]),
  ),
);
