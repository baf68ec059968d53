import type { ActionValues } from "@/domain/action-result";
import { CHANGE_INPUTS } from "@/domain/reports/decision-form";
import { REPORT_PARTS } from "@/domain/reports/proposal";

/** The last part of the names of fields that people write into; choices and what is sent along are not among them. */
const WRITTEN: ReadonlySet<string> = new Set(
  (
    "body reason note message sameAs placeName addressLines town postcode point providerName commissionerName startedOn " +
    "on proposed other checkedOn noticeReference covers contractStartsOn contractEndsOn valuePounds title publisher url publishedOn says"
  ).split(" "),
);

/**
 * What somebody wrote into a form of a report, by field: for giving it back when the form is no longer there. Texts
 * beside a part count where the moderator chose or rewrote them; the others were filled in by us.
 */
export function typedTexts(values: ActionValues): [field: string, text: string][] {
  return Object.entries(values).flatMap(([field, value]): [string, string][] => {
    if (typeof value !== "string" || value.trim() === "" || !isWritten(field, values)) return [];
    return [[field, value]];
  });
}

function isWritten(field: string, values: ActionValues): boolean {
  if (field.startsWith("comment.") || field.startsWith("answer.")) return true;
  if (field.startsWith("was.")) return false;
  if (!WRITTEN.has(field.split(".").at(-1) ?? "")) return false;
  // Filled in by us, and written when it is another text than was sent.
  if (field.startsWith("source.")) return values[`was.${field}`] !== values[field];
  if (!field.startsWith("change.")) return true;
  const name = field.slice("change.".length);
  const parts = REPORT_PARTS.filter((each) => CHANGE_INPUTS[each].includes(name));
  const was = values[`was.${name}`];
  const isChosen = parts.some((part) => values[`verdict.${part}`] === "change");
  return isChosen || (was !== undefined && was !== values[field]);
}
