import type { SeenRow, StoredRow } from "@/server/imports/engine/import-format";
import type { RegisterItem } from "@/server/imports/registers/register-item";

type Entry = StoredRow<RegisterItem>;

/** A register's facts are its row's changes; why a service may have ended, or does not any more, is said beside them. */
export function showEntries(rows: readonly Entry[]): SeenRow[] {
  return rows.map(({ item, ...row }) => {
    const said = "doubt" in item ? item.doubt.claims : "lift" in item ? item.lift.claims : [];
    const facts = said.map(({ says }) => ({ name: "note" as const, value: says }));
    return { ...row, cells: [], facts, question: asksOf(row) };
  });
}

/** Nothing but whether a name that speaks of care shown by area only is none. */
function asksOf({ problems, decision }: Pick<Entry, "problems" | "decision">): SeenRow["question"] {
  const isAsked = decision !== null || problems.some(({ code }) => code === "could-be-sensitive");
  return isAsked ? { kind: "decision" } : null;
}

/** What refused rows of a register are, for a person: branches, and places of which nobody has said what care they give. */
export function refusedEntries(header: readonly string[], rows: readonly Entry[]) {
  const cells = rows.map(({ item }) => {
    if ("place" in item) return [[item.place.key, item.place.name].join(", ")];
    if (!("branch" in item)) return [JSON.stringify(item)];
    const { code, name, practiceCode, address } = item.branch;
    return [[code, name, practiceCode, address.postcode].join(", ")];
  });
  return { header, cells };
}
