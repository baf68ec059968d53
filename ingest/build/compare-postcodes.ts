import { entryAt, outcodeRange, type PostcodeEntry, type PostcodeTable } from "@/db/reference/postcode-table";
import { itemAt } from "@/domain/lists/item-at";
import { recordOf } from "@/domain/lists/keys-of";

const COLUMNS = ["constituency", "council", "healthBody", "near"] as const;
type Column = (typeof COLUMNS)[number];
export const POSTCODE_CHANGES = ["new", "gone", ...COLUMNS] as const;
export type PostcodeChange = (typeof POSTCODE_CHANGES)[number];

/** How many postcodes changed in one way, and the first few of them, such as "CA2 7HY E14A to E14B". */
export type ChangeCount = { count: number; examples: string[] };

const MOST_EXAMPLES = 3;
const NO_RANGE = [0, 0] as const;

/** What an ingest would change: postcodes that are new or gone, and those whose areas are others than before. */
export function comparePostcodes(
  before: PostcodeTable,
  after: PostcodeTable,
): Record<PostcodeChange, ChangeCount> {
  const changes = recordOf(POSTCODE_CHANGES, (): ChangeCount => ({ count: 0, examples: [] }));
  const note = (change: PostcodeChange, example: () => string) => {
    changes[change].count++;
    if (changes[change].examples.length < MOST_EXAMPLES) changes[change].examples.push(example());
  };
  for (const outcode of [...new Set([...before.outcodes, ...after.outcodes])].sort()) {
    for (const [old, now] of pairs(before, after, outcode)) {
      if (old === null) note("new", () => postcodeAt(after, outcode, now as number));
      else if (now === null) note("gone", () => postcodeAt(before, outcode, old));
      else noteAreas(entryAt(before, outcode, old), entryAt(after, outcode, now), note);
    }
  }
  return changes;
}

function noteAreas(
  old: PostcodeEntry,
  now: PostcodeEntry,
  note: (change: Column, example: () => string) => void,
): void {
  for (const column of COLUMNS) {
    if (old[column] !== now[column])
      note(column, () => `${now.postcode} ${old[column] ?? "none"} to ${now[column] ?? "none"}`);
  }
}

function postcodeAt(table: PostcodeTable, outcode: string, at: number): string {
  return entryAt(table, outcode, at).postcode;
}

/** Places of the same postcode in both tables; null where one has it not. */
function* pairs(
  before: PostcodeTable,
  after: PostcodeTable,
  outcode: string,
): Generator<[number | null, number | null]> {
  let [old, oldEnd] = outcodeRange(before, outcode) ?? NO_RANGE;
  let [now, nowEnd] = outcodeRange(after, outcode) ?? NO_RANGE;
  while (old < oldEnd || now < nowEnd) {
    const oldInward = old < oldEnd ? itemAt(before.inward, old) : Number.POSITIVE_INFINITY;
    const nowInward = now < nowEnd ? itemAt(after.inward, now) : Number.POSITIVE_INFINITY;
    if (oldInward < nowInward) yield [old++, null];
    else if (nowInward < oldInward) yield [null, now++];
    else yield [old++, now++];
  }
}

/** One line for each kind of change, for the person at the terminal. */
export function changeLines(changes: Record<PostcodeChange, ChangeCount>): string[] {
  const words: Record<PostcodeChange, string> = {
    new: "new postcodes",
    gone: "gone postcodes",
    constituency: "in another constituency",
    council: "in another council",
    healthBody: "in another health body",
    near: "near another constituency than before, or no longer",
  };
  return POSTCODE_CHANGES.map((change) => {
    const { count, examples } = changes[change];
    return `${count} ${words[change]}${count > 0 ? `, such as ${examples.join("; ")}` : ""}`;
  });
}
