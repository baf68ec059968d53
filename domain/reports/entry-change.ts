import type { ChangeQuestion } from "@/domain/reports/change-form";
import type { CorrectableType } from "@/domain/reports/change-proposals";

/** What a moderator can do to an entry without a report, by its type, in the order of the page. */
export const ENTRY_QUESTIONS = {
  service: ["wrong", "moved", "new-provider", "ended", "still-there", "same-as"],
  place: ["wrong", "same-as"],
  provider: ["wrong", "same-as"],
} as const satisfies Record<CorrectableType, readonly ChangeQuestion[]>;

export function isEntryQuestion(type: CorrectableType, text: unknown): text is ChangeQuestion {
  return ENTRY_QUESTIONS[type].some((known) => known === text);
}
