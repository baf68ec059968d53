import type { ChangeQuestion } from "@/domain/reports/change-form";

/** As a name is said: what is reported of an entry, before its name. Stored and English, like the names of services. */
const BEFORE: Record<ChangeQuestion, string> = {
  "still-there": "Still there",
  "new-provider": "New provider",
  moved: "Moved",
  ended: "Ended",
  wrong: "Wrong",
  "same-as": "Same as another entry",
  "not-outsourced": "Checked, not outsourced",
};

/** One line for lists of reports: "Ended: Eye care at SpaMedica Carlisle". */
export function changeTitleOf(question: ChangeQuestion, entryName: string): string {
  return `${BEFORE[question]}: ${entryName}`.slice(0, 240);
}
