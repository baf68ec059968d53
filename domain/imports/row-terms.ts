/** Where the words of closed lists stand in those of services, by the field of a claim or the column that holds one of their keys. */
const LISTS: Readonly<Record<string, string>> = {
  category: "category",
  status: "status",
  contract: "claim.contractType",
  "contract-type": "claim.contractType",
  "provider-kind": "providerKind",
  kind: "claim.placeKind",
  "place-kind": "claim.placeKind",
  "may-have-ended": "claim.mayHaveEnded",
  "registration-doubt": "claim.registrationDoubt",
};
const DAYS: ReadonlySet<string> = new Set(["started-on", "ended-on"]);

/** What a value of a row is: a day, the key of a word of services (which may not be there), or what it says. */
export function termOf(field: string, value: string): { is: "day" | "text" } | { is: "word"; key: string } {
  if (DAYS.has(field) && /^\d{4}/.test(value)) return { is: "day" };
  const list = LISTS[field];
  return list === undefined ? { is: "text" } : { is: "word", key: `${list}.${value}` };
}
