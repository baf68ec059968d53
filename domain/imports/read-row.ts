import { firstDayOf } from "@/domain/dates/partial-date";
import { problemOfStart } from "@/domain/dates/plausible";
import {
  readCategory,
  readContractType,
  readPlaceKind,
  readProviderKind,
  readStatus,
  saysNotNamed,
  saysSocialEnterprise,
} from "@/domain/imports/closed-words";
import { type ColumnMapping, IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import { readCoordinates } from "@/domain/imports/coordinates";
import { type DateOrder, readDate } from "@/domain/imports/dates";
import type { ProblemCode, RowProblem } from "@/domain/imports/outcome";
import { readNotice } from "@/domain/imports/read-notice";
import type { ImportRow } from "@/domain/imports/row";
import { hasLetterOrDigit, withoutUnseen, wordOfTwoScripts } from "@/domain/imports/unseen";
import { oneLine } from "@/domain/language/plain-text";
import { isOneOf } from "@/domain/lists/is-one-of";
import { recordOf } from "@/domain/lists/keys-of";
import { parsePostcode } from "@/domain/postcodes/postcode";
import { postcodesWithin } from "@/domain/postcodes/within-text";

/** The longest each text may be; as in the schemas that store them. */
const LONGEST: Partial<Record<ImportColumn, number>> = {
  place: 200,
  address: 300,
  town: 100,
  provider: 200,
  commissioner: 200,
  "contract-reference": 100,
  note: 600,
  key: 100,
};
/**
 * What stands for the place of a row that is shown by area only, with the id of the area it serves: where such a service
 * is must be kept nowhere, in imports neither.
 */
const NOT_KEPT = /^\(not kept\) ([0-9a-f-]{36})$/;
export const notKept = (areaId: string) => `(not kept) ${areaId}`;
/** The id of the area that stands for a place, or null for what is a place. */
export const keptAreaOf = (place: string) => NOT_KEPT.exec(place)?.[1] ?? null;

/** Texts that are printed and downloaded: what a spreadsheet would run has no business in a name. */
const TEXTS = ["place", "address", "town", "provider", "commissioner", "contract-reference", "key"] as const;
/** Of these, what records are called and found by. */
const NAMES: readonly ImportColumn[] = ["place", "provider", "commissioner"];

export type RowReading = { row: ImportRow | null; problems: RowProblem[] };
export type ReadingContext = { order: DateOrder; today: string };

/** What spreadsheets and people put where there is nothing: an error of Excel's, "n/a", a zero of an empty formula. */
export const SAYS_NOTHING =
  /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)|n\/a|n\.a\.|tbc|tba|tbd|null|0|[-–—?.]+)$/i;
/** Where a zero, or whatever stands there, can be meant. */
const TAKEN_AS_IT_IS: ReadonlySet<ImportColumn> = new Set(["latitude", "longitude", "key", "note"]);

/** The cells of one row by what they say: one line each, trimmed. Columns that are not mapped, and those that say nothing, are empty. */
export function cellsOf(raw: readonly string[], mapping: ColumnMapping): Record<ImportColumn, string> {
  const cell = (column: ImportColumn) => {
    const index = mapping[column];
    if (index === undefined) return "";
    const text = oneLine(withoutUnseen(raw[index] ?? ""))
      .replace(/\s+/g, " ")
      .trim();
    return SAYS_NOTHING.test(text) && !TAKEN_AS_IT_IS.has(column) ? "" : text;
  };
  return recordOf(IMPORT_COLUMNS, cell);
}

/** Reads one row of a list. Every problem of it is named, not only the first. */
export function readRow(
  raw: readonly string[],
  mapping: ColumnMapping,
  width: number,
  context: ReadingContext,
): RowReading {
  const cells = withPostcode(cellsOf(raw, mapping));
  const problems = shapeProblems(raw, width);
  // The cells are then not those of their headings: whatever else they seem to be is noise.
  if (problems.length > 0) return { row: null, problems };
  const refuse = (column: ImportColumn | null, code: ProblemCode, detail = "") => {
    problems.push({ column, code, detail: detail.slice(0, 200) });
    return null;
  };
  for (const column of IMPORT_COLUMNS) textProblems(column, cells[column], refuse);
  const choose = <T>(column: ImportColumn, code: ProblemCode, read: (typed: string) => T | null) =>
    cells[column] === "" ? null : (read(cells[column]) ?? refuse(column, code, cells[column]));

  if (cells.place === "") refuse("place", "required");
  if (cells.category === "") refuse("category", "required");
  if (cells.provider === "") refuse("provider", "provider-or-not-named");
  const category = choose("category", "category-unknown", readCategory);
  const areaId = keptAreaOf(cells.place);
  const where = areaId ? { postcode: "", lat: null, lon: null } : readWhere(cells, refuse);
  const begins = startedOn(cells["started-on"], context, refuse);
  const notice = readNotice(cells, context.order, refuse);
  const status = choose("status", "status-unknown", readStatus) ?? "operating";
  const row = {
    place: cells.place,
    address: cells.address,
    town: cells.town,
    ...where,
    placeKind: choose("place-kind", "place-kind-unknown", readPlaceKind),
    registerCode: choose("register-code", "register-code-shape", registerCode),
    category: category ?? "other",
    provider: saysNotNamed(cells.provider) ? null : cells.provider,
    providerKind: choose(
      "provider-kind",
      saysSocialEnterprise(cells["provider-kind"]) ? "provider-kind-social" : "provider-kind-unknown",
      readProviderKind,
    ),
    commissioner: cells.commissioner || null,
    contractType: choose("contract-type", "contract-type-unknown", readContractType),
    ...(notice ? { notice } : {}),
    // Nothing runs before it begins, whatever the list calls it; `tenure.ts` goes by the same day.
    status: status === "operating" && isYetToBegin(begins, context.today) ? "planned" : status,
    startedOn: begins,
    note: cells.note,
    key: cells.key || null,
    areaId,
  } satisfies ImportRow;
  return { row: problems.length > 0 ? null : row, problems };
}

/** A postcode that stands in the address, where it has no column of its own or that is empty. */
function withPostcode(cells: Record<ImportColumn, string>): Record<ImportColumn, string> {
  if (cells.postcode !== "") return cells;
  const [postcode, ...more] = postcodesWithin(cells.address);
  if (postcode === undefined || more.length > 0) return cells;
  const address = cells.address.replace(postcode, "").replace(/^[\s,.;]+|[\s,.;]+$/g, "");
  return { ...cells, postcode, address };
}

/** True where the first day that a start can mean is after today. */
export function isYetToBegin(begins: string | null, today: string): boolean {
  return begins !== null && firstDayOf(begins) > today;
}

type Refuse = (column: ImportColumn | null, code: ProblemCode, detail?: string) => null;

/** Cells behind the last heading, and rows that end too soon: the file was cut, or a comma stands in a text. */
function shapeProblems(raw: readonly string[], width: number): RowProblem[] {
  const beyond = raw.slice(width).filter((cell) => cell.trim() !== "");
  if (beyond.length > 0)
    return [{ column: null, code: "too-many-cells", detail: beyond.join(", ").slice(0, 200) }];
  if (raw.length < width) return [{ column: null, code: "too-few-cells", detail: `${raw.length}/${width}` }];
  return [];
}

function textProblems(column: ImportColumn, text: string, refuse: Refuse): void {
  const longest = LONGEST[column];
  if (longest !== undefined && text.length > longest) refuse(column, "too-long", String(longest));
  const isName = isOneOf(TEXTS, column);
  if (isName && /^[=+@]|^-\s*[\d(=]/.test(text)) refuse(column, "formula", text);
  if (NAMES.includes(column) && text !== "" && !hasLetterOrDigit(text)) refuse(column, "name-empty", text);
  const mixed = NAMES.includes(column) ? wordOfTwoScripts(text) : null;
  if (mixed !== null) refuse(column, "name-two-scripts", mixed);
  // U+FFFD stands where a program could not read a letter; the other is UTF-8 that was read as Windows-1252.
  if (/\uFFFD|[ÃÂ][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™š›œŸ]|â€/.test(text)) refuse(column, "garbled", text);
}

function startedOn(text: string, { order, today }: ReadingContext, refuse: Refuse): string | null {
  if (text === "") return null;
  const read = readDate(text, order);
  if ("problem" in read) return refuse("started-on", read.problem, text);
  // One that is to come makes the service a planned one.
  const problem = problemOfStart(read.date, "planned", today);
  if (problem === null) return read.date;
  return refuse("started-on", problem === "date-before-nhs" ? problem : "date-future", text);
}

function readWhere(cells: Record<ImportColumn, string>, refuse: Refuse) {
  const read = readCoordinates(cells.latitude, cells.longitude);
  const position = "problem" in read ? { lat: null, lon: null } : read;
  if ("problem" in read) refuse("latitude", read.problem, read.detail);
  const postcode = readPostcode(cells.postcode, refuse);
  const nowhere =
    cells.postcode === "" && cells.town === "" && cells.latitude === "" && cells["register-code"] === "";
  if (nowhere) refuse("postcode", "where-missing");
  return { postcode, ...position };
}

function readPostcode(text: string, refuse: Refuse): string {
  if (text === "") return "";
  const parsed = parsePostcode(text);
  if (parsed.kind === "unit") return parsed.formatted;
  const code =
    parsed.kind === "sector" || parsed.kind === "outcode"
      ? "postcode-part"
      : parsed.kind !== "invalid"
        ? "postcode-elsewhere"
        : parsed.reason === "letter-for-digit"
          ? "postcode-letter"
          : "postcode-shape";
  refuse("postcode", code, text);
  return "";
}

/** ODS codes of organisations and sites: three to nine letters or digits, of letters alone too ("RNN", "RNNDD"). */
function registerCode(text: string): string | null {
  const code = text.toUpperCase();
  return /^[A-Z0-9]{3,9}$/.test(code) ? code : null;
}
