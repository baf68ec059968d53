import { isRewritten } from "@/domain/reports/decision-form";
import { NEW_SERVICE_FIELDS } from "@/domain/reports/proposal";

type Sent = { get: (name: string) => unknown };

/**
 * Parts beside which a moderator wrote something else to publish, and chose to leave out or to ask about all the same: one of the
 * two would be dropped for good.
 * @returns by part, the key of the question to ask.
 */
export function unchosenChanges(sent: Sent): Record<string, string> {
  const parts = NEW_SERVICE_FIELDS.filter((field) => {
    const verdict = sent.get(`verdict.${field}`);
    return (verdict === "refuse" || verdict === "ask") && isRewritten(sent, field);
  });
  return Object.fromEntries(parts.map((field) => [field, "change-not-chosen"]));
}
