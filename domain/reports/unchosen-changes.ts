import { isRewritten, partsSent } from "@/domain/reports/decision-form";

type Sent = { get: (name: string) => unknown };

/**
 * Parts beside which a moderator wrote something else to publish, and chose to leave out or to ask about all the same; or wrote another place,
 * and left one chosen that we have: one of the two would be dropped for good.
 * @returns by part, the key of the question to ask.
 */
export function unchosenChanges(sent: Sent): Record<string, string> {
  const asked = partsSent(sent).flatMap((part): [string, string][] => {
    const verdict = sent.get(`verdict.${part}`);
    if (!isRewritten(sent, part)) return [];
    if (verdict === "refuse" || verdict === "ask") return [[part, "change-not-chosen"]];
    return part === "place" && isPlaceChosen(sent) ? [[part, "place-twice"]] : [];
  });
  return Object.fromEntries(asked);
}

function isPlaceChosen(sent: Sent): boolean {
  const chosen = sent.get("change.placeId");
  return typeof chosen === "string" && chosen !== "" && chosen !== "new";
}
