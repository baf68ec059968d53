import type { ActionValues } from "@/domain/action-result";
import { CHANGE_INPUTS } from "@/domain/reports/decision-form";
import { NEW_SERVICE_FIELDS } from "@/domain/reports/proposal";

/** The last part of the names of fields that people write into; choices and what is sent along are not among them. */
const WRITTEN: ReadonlySet<string> = new Set(
  (
    "body reason note message sameAs placeName addressLines town postcode point providerName commissionerName startedOn " +
    "title publisher url publishedOn says"
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
  const part = NEW_SERVICE_FIELDS.find((each) => CHANGE_INPUTS[each].includes(name));
  const was = values[`was.${name}`];
  return values[`verdict.${part}`] === "change" || (was !== undefined && was !== values[field]);
}
