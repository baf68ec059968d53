/** What a row of an import can say, in the order of the template. `docs/imports.md` describes each. */
export const IMPORT_COLUMNS = [
  "place",
  "address",
  "town",
  "postcode",
  "latitude",
  "longitude",
  "place-kind",
  "register-code",
  "category",
  "provider",
  "provider-kind",
  "commissioner",
  "contract-type",
  "contract-reference",
  "contract-starts",
  "contract-ends",
  "contract-value",
  "status",
  "started-on",
  "note",
  "key",
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Without these no row can be read; the others may be missing from a file. */
export const REQUIRED_COLUMNS = ["place", "category", "provider"] as const satisfies readonly ImportColumn[];

/** What holds a date. All of a list's dates are written in one order, and any of them can tell it. */
export const DATE_COLUMNS = [
  "started-on",
  "contract-starts",
  "contract-ends",
] as const satisfies readonly ImportColumn[];

/** Which column of the file says what: the index in its header, from 0. */
export type ColumnMapping = Partial<Record<ImportColumn, number>>;

/** Headings that people give their columns, in plain lower case. The first heading that fits is taken. */
const HEADINGS: Record<ImportColumn, readonly string[]> = {
  place: ["place", "place name", "name", "site", "site name", "service name", "practice", "practice name"],
  address: ["address", "address lines", "address line 1", "address1", "street", "street address"],
  town: ["town", "town or city", "city", "post town", "locality"],
  postcode: ["postcode", "post code", "postal code", "zip"],
  latitude: ["latitude", "lat", "y"],
  longitude: ["longitude", "lon", "lng", "long", "x"],
  "place-kind": ["place kind", "kind of place", "place type", "type of place"],
  "register-code": [
    "register code",
    "code in a register",
    "code on an official list",
    "ods code",
    "ods",
    "code",
    "organisation code",
    "org code",
    "site code",
  ],
  category: ["category", "kind of care", "service", "service category", "service type", "type of service"],
  provider: ["provider", "provider name", "run by", "operator", "company", "organisation", "who runs it"],
  "provider-kind": [
    "provider kind",
    "kind of provider",
    "provider type",
    "legal form",
    "what kind of organisation runs it",
  ],
  commissioner: ["commissioner", "paid for by", "who pays", "who pays for it", "icb", "health board"],
  "contract-type": ["contract type", "contract", "type of contract"],
  "contract-reference": [
    "contract reference",
    "reference of the contract",
    "notice reference",
    "contract number",
    "ocid",
  ],
  "contract-starts": ["contract starts", "contract begins", "contract start date", "contract start"],
  "contract-ends": ["contract ends", "contract end date", "contract end", "expires"],
  "contract-value": [
    "contract value",
    "value of the contract in pounds",
    "value of the contract",
    "contract value gbp",
  ],
  status: ["status", "state", "running or planned"],
  "started-on": [
    "started on",
    "start date",
    "started",
    "since",
    "since when",
    "from",
    "date started",
    "opened",
    "began",
  ],
  // A list's own "Notes" are somebody's remarks, and this is printed as what a source says.
  note: ["note", "what the source says", "quotation", "quote"],
  key: ["key", "own key", "id", "reference", "ref", "row id"],
};

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** What the headings of a file most likely mean. Each column of the file is used once at most. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const headings = header.map(plain);
  const mapping: ColumnMapping = {};
  const used = new Set<number>();
  // The words that fit best first, over all columns, so that "name" is not taken from "provider name".
  const longest = Math.max(...IMPORT_COLUMNS.map((column) => HEADINGS[column].length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const column of IMPORT_COLUMNS) {
      const wanted = HEADINGS[column][rank];
      if (mapping[column] !== undefined || wanted === undefined) continue;
      const index = headings.findIndex((heading, at) => heading === wanted && !used.has(at));
      if (index === -1) continue;
      mapping[column] = index;
      used.add(index);
    }
  }
  return mapping;
}

/** The columns that must be there and are not: nothing can be previewed until they are. */
export function missingColumns(mapping: ColumnMapping): ImportColumn[] {
  return REQUIRED_COLUMNS.filter((column) => mapping[column] === undefined);
}

/** The headings of a file that nothing is read from: what stands under them would be lost without a word. */
export function unusedColumns(header: readonly string[], mapping: ColumnMapping): string[] {
  const used = new Set(Object.values(mapping));
  return header.filter((_, index) => !used.has(index));
}

/** Reads a form's choice of columns: `columns[place]` is an index of the header, or empty for "not in the file". */
export function readMapping(
  chosen: Readonly<Partial<Record<ImportColumn, string>>>,
  width: number,
): { mapping: ColumnMapping; twice: ImportColumn[] } {
  const mapping: ColumnMapping = {};
  const seen = new Map<number, ImportColumn>();
  const twice: ImportColumn[] = [];
  for (const column of IMPORT_COLUMNS) {
    const text = chosen[column] ?? "";
    const index = Number(text);
    if (text === "" || !Number.isInteger(index) || index < 0 || index >= width) continue;
    if (seen.has(index)) twice.push(column);
    seen.set(index, column);
    mapping[column] = index;
  }
  return { mapping, twice };
}
