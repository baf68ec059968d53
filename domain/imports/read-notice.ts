import { firstDayOf } from "@/domain/dates/partial-date";
import type { ImportColumn } from "@/domain/imports/columns";
import { type DateOrder, readDate } from "@/domain/imports/dates";
import type { ProblemCode } from "@/domain/imports/outcome";
import type { RowNotice } from "@/domain/imports/row";

type Refuse = (column: ImportColumn, code: ProblemCode, detail?: string) => null;

/** What a row says of its contract; undefined where it says nothing. */
export function readNotice(
  cells: Readonly<Record<ImportColumn, string>>,
  order: DateOrder,
  refuse: Refuse,
): RowNotice | undefined {
  const reference = cells["contract-reference"];
  const dateOf = (column: "contract-starts" | "contract-ends") => {
    const text = cells[column];
    if (text === "") return null;
    const read = readDate(text, order);
    return "problem" in read ? refuse(column, read.problem, text) : read.date;
  };
  const startsOn = dateOf("contract-starts");
  const endsOn = dateOf("contract-ends");
  const value = poundsOf(cells["contract-value"], refuse);
  if (
    startsOn !== null &&
    endsOn !== null &&
    !startsOn.startsWith(endsOn) &&
    firstDayOf(endsOn) < firstDayOf(startsOn)
  )
    refuse("contract-ends", "contract-dates", endsOn);
  const isSaid = reference !== "" || startsOn !== null || endsOn !== null || value !== null;
  return isSaid ? { reference, startsOn, endsOn, value } : undefined;
}

const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** "£1,250,000.00", "1250000" and "£1.2m"; pence are left out. */
function poundsOf(text: string, refuse: Refuse): number | null {
  if (text === "") return null;
  const [, few, times = ""] =
    /^£?\s*(\d{1,6}(?:\.\d{1,4})?)\s*(k|thousand|m|million|bn|billion)$/i.exec(text) ?? [];
  if (few !== undefined) return Math.round(Number(few) * (TIMES[times.toLowerCase()] ?? 1));
  const plain = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,2})?$/.exec(text)?.[1];
  if (plain === undefined) return refuse("contract-value", "contract-value-unreadable", text);
  return Number(plain.replaceAll(",", ""));
}
