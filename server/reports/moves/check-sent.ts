import type { FieldProblem } from "@/domain/field-problem";
import { filledSources, type ReportFormValues } from "@/domain/reports/new-service-form";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { problemsOfDates } from "@/domain/reports/proposal-dates";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { problemOfPostcode } from "@/server/look-up/problem-of-postcode";

/**
 * What the shape of a form cannot tell: days that cannot be, and a postcode that nobody has. A report with either could not
 * be approved, so its author is told while the page is open. Field -> message key.
 * @param today ISO
 */
export function problemsOfSent(
  form: ReportFormValues,
  proposal: NewServiceProposal,
  today: string,
): Record<string, FieldProblem> {
  const { placeId, postcode, point } = proposal;
  const problems: Record<string, FieldProblem> = {};
  const wrong = placeId === null && postcode !== "" ? problemOfPostcode(postcode) : null;
  if (wrong) problems.postcode = wrong;
  const wrongPoint = placeId === null && point && !wrong ? problemOfPoint(point, postcode) : null;
  if (wrongPoint) problems.point = wrongPoint;
  // A source that was not filled in is none of the proposal, so the numbers of the form's differ.
  const filled = filledSources(form);
  for (const [field, problem] of Object.entries(problemsOfDates(proposal, today)))
    problems[field.replace(/^sources\.(\d+)/, (_, index) => `sources.${filled[Number(index)] ?? 0}`)] =
      problem;
  return problems;
}
