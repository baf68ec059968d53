import { problemOfSourceDate, problemOfStart } from "@/domain/dates/plausible";
import { FORM_SOURCES, type ReportForm, sourceField } from "@/domain/reports/new-service-form";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { findPostcode } from "@/server/look-up/find-postcode";

/**
 * What the shape of a form cannot tell: days that cannot be, and a postcode that nobody has. A report with either could not
 * be approved, so its author is told while the page is open. Field -> message key.
 * @param today ISO
 */
export function problemsOfSent(
  form: ReportForm,
  { startedOn, status, placeId, postcode, sources }: NewServiceProposal,
  today: string,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (placeId === null && postcode !== "" && !isPostcode(postcode)) problems.postcode = "postcode-unknown";
  const start = startedOn === "" ? null : problemOfStart(startedOn, status, today);
  if (start) problems.startedOn = start;
  for (let index = 0; index < FORM_SOURCES; index++) {
    const field = sourceField(index, "publishedOn");
    // Only what was read as a source: one that was not filled in has no date.
    const date = sources.find(({ publishedOn }) => publishedOn === form[field]?.trim())?.publishedOn;
    const problem = date === undefined ? null : problemOfSourceDate(date, today);
    if (problem) problems[field] = problem;
  }
  return problems;
}

function isPostcode(text: string): boolean {
  const { status } = findPostcode(text);
  return status === "found" || status === "no-position";
}
