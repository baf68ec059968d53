import { sheetOf, workbook, xlsxOf } from "@/ingest/testing-xlsx";
import { zipOf } from "@/ingest/testing-zip";
import { cells, GOOD, HEAD, latin, list, one, row } from "@/server/imports/lists/testing-hostile-list";

/** For tests: files as people and their programs really send them, and as somebody would make them to do harm. */

/** What becomes of a file: why it is refused whole and in which line; or its rows' outcomes and problems, and what was cleaned. */
type Fate = { refused: string; line?: number } | { rows: string[]; cleaned?: string[]; place?: string };

export const HOSTILE_FILES: [name: string, content: string | Buffer, fate: Fate][] = [
  ["nothing at all", "", { refused: "empty" }],
  ["nothing but spaces and empty rows", " \n\n,,,\n", { refused: "empty" }],
  ["headings only", `${HEAD}\n`, { refused: "no-rows" }],
  ["one column", "Place\nClinic\n", { refused: "one-column" }],
  ["a UTF-8 mark", `\uFEFF${list(GOOD)}`, { rows: ["new"], cleaned: [] }],
  [
    "UTF-16 with a mark",
    Buffer.from(`\uFEFF${list(GOOD)}`, "utf16le"),
    { rows: ["new"], cleaned: ["utf-16"] },
  ],
  ["UTF-16 without one", Buffer.from(list(GOOD), "utf16le"), { rows: ["new"], cleaned: ["utf-16"] }],
  [
    "UTF-16, big end first",
    Buffer.from(`\uFEFF${list(GOOD)}`, "utf16le").swap16(),
    { rows: ["new"], cleaned: ["utf-16"] },
  ],
  [
    "UTF-16 that is cut",
    Buffer.from(`\uFEFF${list(GOOD)}`, "utf16le").subarray(0, -1),
    { refused: "cut-off" },
  ],
  [
    "Windows-1252",
    latin(list(GOOD.replace("Clinic", "Clinique Sant\xe9"))),
    { rows: ["new"], cleaned: ["windows-1252"], place: "Clinique Santé" },
  ],
  [
    "bytes of no encoding",
    Buffer.concat([latin(list(GOOD)), Buffer.from([0x81, 0x8d, 0x9d, 0xe9, 0x0a])]),
    { refused: "encoding-unknown" },
  ],
  [
    "two encodings",
    Buffer.concat([Buffer.from(list(GOOD.replace("Clinic", "Clé"))), latin("Caf\xe9,,,,,,,,,\n")]),
    { refused: "encoding-mixed" },
  ],
  ["UTF-8 cut in a letter", Buffer.from(list(row({ Note: "Né é" }))).subarray(0, -2), { refused: "cut-off" }],
  ["letters that were garbled before", one({ Place: "ClÃ©ment Clinic" }), { rows: ["refused garbled"] }],
  ["a letter that was lost before", one({ Place: "Cl\uFFFDment" }), { rows: ["refused garbled"] }],
  ["a quote that never ends", list(GOOD, '"Clinic,Carlisle', "more"), { refused: "cut-off" }],
  [
    "a quote in the middle of a cell",
    list('Clinic "A" B,,CA2 7HY,MRI,not named,,,,,'),
    { rows: ["new"], place: 'Clinic "A" B' },
  ],
  [
    "text behind a closing quote",
    list('"Clinic"A,,CA2 7HY,MRI,not named,,,,,'),
    { rows: ["new"], place: '"Clinic"A' },
  ],
  [
    "quotes doubled, commas and line ends inside",
    list('"The ""Old""\nClinic, North",,CA2 7HY,MRI,not named,,,,,'),
    { rows: ["new"], place: 'The "Old" Clinic, North' },
  ],
  [
    "a comma too many",
    list("Clinic, North,Carlisle,CA2 7HY,MRI,not named,,,,,x"),
    { rows: ["refused too-many-cells"] },
  ],
  [
    "a row that breaks off",
    `${HEAD}\n${GOOD}\nClinic Two,Carlisle,CA1 1QS`,
    { rows: ["new", "refused too-few-cells"] },
  ],
  ["semicolons", list(GOOD).replaceAll(",", ";"), { rows: ["new"], cleaned: ["semicolons"] }],
  [
    "tabs, the last ones left out",
    "Place\tPostcode\tKind of care\tProvider\tNote\nClinic\tCA2 7HY\tMRI\tnot named\n",
    { rows: ["new"], cleaned: ["tabs"] },
  ],
  ["Excel's own line about separators", `sep=;\r\n${list(GOOD).replaceAll(",", ";")}`, { rows: ["new"] }],
  ["line ends of an old Mac", list(GOOD).replaceAll("\n", "\r"), { rows: ["new"] }],
  ["empty rows in between", `${HEAD}\n\n,,,,,,,,,\n${GOOD}\n\n`, { rows: ["new"], cleaned: ["empty-rows"] }],
  [
    "two headings that are the same",
    "Place,place,Postcode,Kind of care,Provider\nClinic,B,CA2 7HY,MRI,not named\n",
    { rows: ["new"], cleaned: ["headings-named"], place: "Clinic" },
  ],
  [
    "a heading that is missing",
    "Place,,Postcode,Kind of care,Provider\nClinic,B,CA2 7HY,MRI,not named\n",
    { rows: ["new"], cleaned: ["headings-named"] },
  ],
  [
    "a heading that is missing at the end",
    "Place,Postcode,Kind of care,Provider,\nClinic,CA2 7HY,MRI,not named,x\n",
    { rows: ["new"], cleaned: ["headings-named"] },
  ],
  [
    "titles above the headings",
    `Services in Cumbria,,,\n"As of October 2025, by hand"\n\n${list(GOOD)}`,
    { rows: ["new"], cleaned: ["empty-rows", "title-lines"] },
  ],
  [
    "a comma in the headings of a file with semicolons",
    list(GOOD).replaceAll(",", ";").replace("Place;", "Place, or name;"),
    { rows: ["refused required"], cleaned: ["semicolons"] },
  ],
  [
    "headings that tell nothing",
    "a,b,c,d\nClinic,CA2 7HY,MRI,not named\n",
    { rows: ["refused required required required"] },
  ],
  [
    "more columns than anybody has",
    `${Array.from({ length: 101 }, (_, n) => `c${n}`).join(",")}\n1\n`,
    { refused: "too-many-columns" },
  ],
  ["more rows than a list has", `a,b\n${"1,2\n".repeat(20_001)}`, { refused: "too-many-rows" }],
  [
    "a cell as long as a book",
    list(GOOD, row({ Note: "x".repeat(6000) })),
    { refused: "cell-too-long", line: 3 },
  ],
  ["a name that is too long", one({ Place: "x".repeat(201) }), { rows: ["refused too-long"] }],
  [
    "a formula for a name",
    one({ Place: '"=HYPERLINK(""http://evil.example"",""Clinic"")"' }),
    { rows: ["refused formula"] },
  ],
  [
    "other beginnings of formulas",
    list(row({ Provider: "+SUM(A1)" }), row({ Provider: "@SUM(A1)" }), row({ Provider: "-1+1" })),
    { rows: ["refused formula", "refused formula", "refused formula"] },
  ],
  ["a command in a note: kept as text", one({ Note: "=cmd|' /C calc'!A0" }), { rows: ["new"] }],
  [
    "NUL, bell and escape",
    one({ Place: "Cli\0nic\x07\x1b" }),
    { rows: ["new"], cleaned: ["hidden-characters"], place: "Clinic" },
  ],
  [
    "text that is turned round",
    one({ Place: "Cli\u202Enic\u2066" }),
    { rows: ["new"], cleaned: ["hidden-characters"], place: "Clinic" },
  ],
  [
    "a name of nothing that is seen",
    one({ Place: "\u200B" }),
    { rows: ["refused required"], cleaned: ["hidden-characters"] },
  ],
  [
    "names with spaces of no width and soft hyphens",
    one({ Place: "Cli\u200Bn\u00ADic", Provider: "not \u2060named" }),
    { rows: ["new"], cleaned: ["hidden-characters"], place: "Clinic" },
  ],
  [
    "the same in an .xlsx",
    xlsxOf(cells(one({ Place: "Cli\u200Bn\u00ADic", Provider: "not \u2060named" }))),
    { rows: ["new"], cleaned: ["hidden-characters", "xlsx-first-sheet"], place: "Clinic" },
  ],
  [
    "names without a letter or a digit",
    list(row({ Place: "…" }), row({ Provider: "\u2800" })),
    { rows: ["refused name-empty", "refused name-empty"] },
  ],
  [
    "names with letters of another alphabet that look alike",
    list(row({ Place: "\u0421linic" }), row({ Provider: "Spire \u0397ealth" }), row({ Place: "Café Ŵyn" })),
    { rows: ["refused name-two-scripts", "refused name-two-scripts", "new"] },
  ],
  [
    "keys that come twice",
    list(row({ Key: "7" }), row({ Key: "7", Place: "Other" })),
    { rows: ["new", "refused key-twice"] },
  ],
  [
    "a service that comes twice",
    list(GOOD, GOOD.replace("Clinic", " CLINIC ")),
    { rows: ["new", "refused row-twice"] },
  ],
  [
    "coordinates the wrong way round",
    one({ Latitude: "-2.9578", Longitude: "54.8965" }),
    { rows: ["refused coordinates-swapped"] },
  ],
  [
    "coordinates of another country",
    one({ Latitude: "48.85", Longitude: "2.35" }),
    { rows: ["refused coordinates-outside"] },
  ],
  [
    "grid references",
    one({ Latitude: "555123", Longitude: "339456" }),
    { rows: ["refused coordinates-grid"] },
  ],
  ["half of a position", one({ Latitude: "54.8965" }), { rows: ["refused coordinates-one-only"] }],
  [
    "a position far from its postcode",
    one({ Latitude: "51.5", Longitude: "-0.12" }),
    { rows: ["refused coordinates-far"] },
  ],
  ["decimal commas", one({ Latitude: '"54,8965"', Longitude: '"-2,9578"' }), { rows: ["new"] }],
  [
    "dates in three formats",
    list(
      row({ Since: "2024-03-01" }),
      row({ Since: "25/12/2023", Place: "B" }),
      row({ Since: "1 March 2024", Place: "C" }),
      row({ Since: "03/04/2024", Place: "D" }),
    ),
    { rows: ["new", "new", "new", "new"] },
  ],
  ["a date that could be two days", one({ Since: "03/04/2024" }), { rows: ["new"] }],
  [
    "dates with the month first",
    list(row({ Since: "12/25/2023" }), row({ Since: "03/04/2024", Place: "B" })),
    { rows: ["refused date-month-first", "refused date-month-first"] },
  ],
  [
    "a day that is none",
    list(
      row({ Since: "2024-02-30" }),
      row({ Since: "last year", Place: "B" }),
      row({ Since: "2099-01-01", Place: "C" }),
      row({ Since: "1066-10-14", Place: "D" }),
    ),
    {
      rows: [
        "refused date-unreadable",
        "refused date-unreadable",
        "refused date-future",
        "refused date-before-nhs",
      ],
    },
  ],
  [
    "postcodes that are none",
    list(
      ...["ZZ99 3WZ", "CA2", "SW1A OAA", "JE2 3AB", "CA2 7ZZ"].map((Postcode, n) =>
        row({ Postcode, Place: `P${n}` }),
      ),
    ),
    {
      rows: [
        "refused postcode-shape",
        "refused postcode-part",
        "refused postcode-letter",
        "refused postcode-elsewhere",
        "refused postcode-unknown-near",
      ],
    },
  ],
  ["words that are in no list", one({ "Kind of care": "alchemy" }), { rows: ["refused category-unknown"] }],
  ["nobody said who runs it", list("Clinic,,CA2 7HY,MRI,,,,,,"), { rows: ["refused provider-or-not-named"] }],
  ["nowhere", list("Clinic,,,MRI,not named,,,,,"), { rows: ["refused where-missing"] }],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 1, 2]), { refused: "not-a-table" }],
  ["a page of the web", "<!DOCTYPE html><p>Sign in, please</p>", { refused: "not-a-table" }],
  [
    "an old Excel file",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    { refused: "old-excel" },
  ],
  [
    "an .xlsx",
    xlsxOf(cells(list(GOOD, row({ Place: "=1+1" })))),
    { rows: ["new", "refused formula"], cleaned: ["xlsx-first-sheet"] },
  ],
  [
    "an .xlsx with a formula and a date of its own",
    xlsxOf([
      ["Place", "Postcode", "Kind of care", "Provider", "Since"],
      [
        '<c t="str"><f>HYPERLINK("x")</f><v>Clinic</v></c>',
        "CA2 7HY",
        "MRI",
        "not named",
        '<c s="1"><v>45352</v></c>',
      ],
    ]),
    { rows: ["new"], place: "Clinic" },
  ],
  ["an .xlsx that is cut", xlsxOf(cells(list(GOOD))).subarray(0, 900), { refused: "xlsx-damaged" }],
  [
    "an archive that is no workbook",
    zipOf([{ name: "list.txt", content: "hello" }]),
    { refused: "not-a-table" },
  ],
  [
    "an .xlsx that says it unpacks to a gigabyte",
    zipOf(workbook(sheetOf([["a"]]), 1_000_000_000)),
    { refused: "xlsx-bomb" },
  ],
  [
    "an .xlsx that unpacks to more than it says",
    zipOf(workbook(`<a>${" ".repeat(3_000_000)}</a>`, 100)),
    { refused: "xlsx-damaged" },
  ],
  [
    "an .xlsx with a cell a million rows down",
    zipOf(workbook(sheetOf([["a"]]).replace('r="A1"', 'r="A1048576"'))),
    { refused: "too-many-rows" },
  ],
  [
    "an .xlsx with such a cell in single quotes",
    zipOf(workbook(sheetOf([["a"]]).replace('r="A1"', "r = 'A1048576'"))),
    { refused: "too-many-rows" },
  ],
  [
    "an .xlsx with entities of its own in a part beside the sheets",
    xlsxOf(cells(list(GOOD)), [
      { name: "xl/sharedStrings.xml", content: '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>' },
    ]),
    { refused: "xlsx-damaged" },
  ],
];
