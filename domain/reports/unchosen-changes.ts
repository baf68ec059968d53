import { CHANGE_INPUTS } from "@/domain/reports/decision-form";
import { NEW_SERVICE_FIELDS } from "@/domain/reports/proposal";

type Sent = { get: (name: string) => unknown };

/**
 * Parts beside which a moderator wrote something else to publish, but whose verdict is another: approving would publish
 * the report's own words for good. The form sends along what it showed as "was.<name>".
 * @returns by part, the key of the question to ask.
 */
export function unchosenChanges(sent: Sent): Record<string, string> {
  const parts = NEW_SERVICE_FIELDS.filter(
    (field) =>
      sent.get(`verdict.${field}`) !== "change" &&
      CHANGE_INPUTS[field].some((name) => textOf(sent, `change.${name}`) !== textOf(sent, `was.${name}`)),
  );
  return Object.fromEntries(parts.map((field) => [field, "change-not-chosen"]));
}

/** Browsers send a line break as two characters; spaces at the ends are never published. */
function textOf(sent: Sent, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
}
