import type { SeenRow, StoredRow } from "@/server/imports/engine/import-format";
import type { RegisterItem } from "@/server/imports/registers/register-item";

type Entry = StoredRow<RegisterItem>;

/** A register's facts are its row's changes; why a service may have ended, or does not any more, is said beside them. */
export function showEntries(rows: readonly Entry[]): SeenRow[] {
  return rows.map(({ item, ...row }) => {
    const said = "doubt" in item ? item.doubt.claims : "lift" in item ? item.lift.claims : [];
    const facts = said.map(({ says }) => ({ name: "note" as const, value: says }));
    return { ...row, cells: [], facts, question: null };
  });
}

/** What refused rows of a register are, for a person: only branches are refused one by one. */
export function refusedEntries(header: readonly string[], rows: readonly Entry[]) {
  const cells = rows.map(({ item }) => {
    if (!("branch" in item)) return [JSON.stringify(item)];
    const { code, name, practiceCode, address } = item.branch;
    return [[code, name, practiceCode, address.postcode].join(", ")];
  });
  return { header, cells };
}
