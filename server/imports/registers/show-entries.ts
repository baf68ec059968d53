import type { ImportRowStored } from "@/db/queries/imports";
import type { SeenRow } from "@/server/imports/engine/import-format";
import { itemOf } from "@/server/imports/registers/register-batch";

/** A register's facts are its row's changes; why a service may have ended, or does not any more, is said beside them. */
export function showEntries(rows: readonly ImportRowStored[]): SeenRow[] {
  return rows.map((row) => {
    const item = itemOf(row);
    const said = "doubt" in item ? item.doubt.claims : "lift" in item ? item.lift.claims : [];
    return { ...row, cells: [], facts: said.map(({ says }) => ({ name: "note", value: says })) };
  });
}

/** What refused rows of a register are, for a person: only branches are refused one by one. */
export function refusedEntries(header: readonly string[], rows: readonly ImportRowStored[]) {
  const cells = rows.map((row) => {
    const item = itemOf(row);
    if (!("branch" in item)) return [row.raw[0] ?? ""];
    const { code, name, practiceCode, address } = item.branch;
    return [[code, name, practiceCode, address.postcode].join(", ")];
  });
  return { header, cells };
}
