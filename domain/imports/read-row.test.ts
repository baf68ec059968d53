import { expect, it } from "vitest";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import { keptAreaOf, notKept, readRow } from "@/domain/imports/read-row";
import { recordOf } from "@/domain/lists/keys-of";

const MAPPING = {
  place: 0,
  postcode: 1,
  category: 2,
  provider: 3,
  "started-on": 4,
  status: 5,
  "register-code": 6,
} as const;
const read = (startedOn: string, status: string, code = "") =>
  readRow(["Newtown", "CA2 7HY", "eye care", "Sight Ltd", startedOn, status, code], MAPPING, 7, {
    order: "day-first",
    today: "2026-11-22",
  });

it.each([
  ["2026-11-23", "", "planned"],
  ["2027-04", "", "planned"],
  ["2027-04", "operating", "planned"],
  ["2026-11-22", "", "operating"],
  // It may have begun: the first day that the month can mean has come.
  ["2026-11", "", "operating"],
  ["", "", "operating"],
  ["2026-10", "planned", "planned"],
  ["2027-04", "ended", "ended"],
])("a start of %j with the status %j reads as %s", (startedOn, status, expected) => {
  expect(read(startedOn, status).row?.status).toBe(expected);
});

it.each(["RNN", "RNNDD", "rnl", "A82019", "RNL01"])("%s is a register's code", (code) => {
  expect(read("", "", code).row?.registerCode).toBe(code.toUpperCase());
});

it.each(["RN", "RNN-01", "A82 019", "RNN0123456"])("%s has not the shape of one", (code) => {
  expect(read("", "", code).problems).toEqual([
    { column: "register-code", code: "register-code-shape", detail: code },
  ]);
});

it.each(["+Vision Ltd", "=1+1", "@home Care", "-1 Care", "- (x)"])("%s begins like a formula", (provider) => {
  const cells = ["Newtown", "CA2 7HY", "eye care", provider, "", "", ""];
  const read = readRow(cells, MAPPING, 7, { order: "day-first", today: "2026-11-22" });
  expect(read.problems).toEqual([{ column: "provider", code: "formula", detail: provider }]);
});

const WITH_ADDRESS = { place: 0, address: 1, postcode: 2, category: 3, provider: 4 } as const;
const readAddress = (place: string, address: string, postcode = "", provider = "Sight Ltd") =>
  readRow([place, address, postcode, "eye care", provider], WITH_ADDRESS, 5, {
    order: "day-first",
    today: "2026-11-22",
  });

it.each([
  ["1 High Street, Carlisle, CA2 7HY", "1 High Street, Carlisle"],
  ["CA2 7HY, 1 High Street", "1 High Street"],
  ["1 High Street CA27HY", "1 High Street"],
])("a postcode in the address is the postcode: %s", (address, rest) => {
  expect(readAddress("Clinic", address).row).toMatchObject({ address: rest, postcode: "CA2 7HY" });
});

it("of two postcodes in an address none is taken, nor one beside a postcode of its own", () => {
  expect(readAddress("Clinic", "CA2 7HY or CA1 1QS").problems).toMatchObject([{ code: "where-missing" }]);
  expect(readAddress("Clinic", "1 Street, CA1 1QS", "CA2 7HY").row).toMatchObject({ postcode: "CA2 7HY" });
});

it.each(["#REF!", "#N/A", "n/a", "TBC", "tba", "0", "-", "—", "???", "#VALUE!", "NULL"])(
  "%s is nothing, and never a place or an organisation",
  (text) => {
    const { problems } = readAddress(text, "1 Street", "CA2 7HY", text);
    expect(problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      "place required",
      "provider provider-or-not-named",
    ]);
    expect(readAddress("Clinic", text, "CA2 7HY").row).toMatchObject({ address: "" });
  },
);

const ALL = recordOf(IMPORT_COLUMNS, (column) => IMPORT_COLUMNS.indexOf(column));
const FULL: Partial<Record<ImportColumn, string>> = {
  place: "Newtown Clinic",
  postcode: "CA2 7HY",
  category: "eye care",
  provider: "Sight Ltd",
};
const readAll = (cells: Partial<Record<ImportColumn, string>>) =>
  readRow(
    IMPORT_COLUMNS.map((column) => ({ ...FULL, ...cells })[column] ?? ""),
    ALL,
    IMPORT_COLUMNS.length,
    { order: "day-first", today: "2026-11-22" },
  );
const problemsOf = (cells: Partial<Record<ImportColumn, string>>) =>
  readAll(cells).problems.map(({ column, code, detail }) => [column, code, detail]);

it("a row with no more than it needs says nothing of the rest", () => {
  expect(readAll({})).toEqual({
    row: {
      place: "Newtown Clinic",
      address: "",
      town: "",
      postcode: "CA2 7HY",
      lat: null,
      lon: null,
      placeKind: null,
      registerCode: null,
      category: "eye-care",
      provider: "Sight Ltd",
      providerKind: null,
      commissioner: null,
      contractType: null,
      status: "operating",
      startedOn: null,
      note: "",
      key: null,
      areaId: null,
    },
    problems: [],
  });
});

it("a row that says all is kept whole", () => {
  const cells = {
    address: "1 High  Street",
    town: " Carlisle ",
    latitude: "54.9",
    longitude: "-2.9",
    "place-kind": "clinic",
    "register-code": "zzx99",
    "provider-kind": "charity",
    commissioner: "NHS Cumbria",
    "contract-type": "APMS",
    "contract-reference": "AB-1",
    "started-on": "01/04/2024",
    note: "As the board says",
    key: "0",
  };
  expect(readAll(cells).row).toEqual({
    place: "Newtown Clinic",
    address: "1 High Street",
    town: "Carlisle",
    postcode: "CA2 7HY",
    lat: 54.9,
    lon: -2.9,
    placeKind: "clinic",
    registerCode: "ZZX99",
    category: "eye-care",
    provider: "Sight Ltd",
    providerKind: "charity",
    commissioner: "NHS Cumbria",
    contractType: "apms",
    notice: { reference: "AB-1", startsOn: null, endsOn: null, value: null },
    status: "operating",
    startedOn: "2024-04-01",
    note: "As the board says",
    key: "0",
    areaId: null,
  });
});

it("a provider that is not named is nobody", () => {
  expect(readAll({ provider: "not named" }).row?.provider).toBeNull();
});

it("a place that is not kept is its area, and is nowhere else", () => {
  const areaId = "0b5ad4de-5f5a-4d7e-9d2f-8a6a52e7a111";
  expect(readAll({ place: notKept(areaId), postcode: "" }).row).toMatchObject({
    areaId,
    postcode: "",
    lat: null,
    lon: null,
  });
  expect(readAll({ place: notKept(areaId), latitude: "54.9" }).row).toMatchObject({ areaId, lat: null });
  expect(keptAreaOf(notKept(areaId))).toBe(areaId);
  expect([
    keptAreaOf("Newtown"),
    keptAreaOf(`x ${notKept(areaId)}`),
    keptAreaOf(`${notKept(areaId)} x`),
  ]).toEqual([null, null, null]);
});

it.each<[Partial<Record<ImportColumn, string>>, [ImportColumn | null, string, string][]]>([
  [{ place: "" }, [["place", "required", ""]]],
  [{ category: "" }, [["category", "required", ""]]],
  [{ category: "nonsense" }, [["category", "category-unknown", "nonsense"]]],
  [{ provider: "" }, [["provider", "provider-or-not-named", ""]]],
  [{ "place-kind": "nonsense" }, [["place-kind", "place-kind-unknown", "nonsense"]]],
  [{ "provider-kind": "nonsense" }, [["provider-kind", "provider-kind-unknown", "nonsense"]]],
  [
    { "provider-kind": "social enterprise" },
    [["provider-kind", "provider-kind-social", "social enterprise"]],
  ],
  [{ "contract-type": "nonsense" }, [["contract-type", "contract-type-unknown", "nonsense"]]],
  [{ status: "nonsense" }, [["status", "status-unknown", "nonsense"]]],
  [{ "started-on": "soon" }, [["started-on", "date-unreadable", "soon"]]],
  [{ "started-on": "1066-10-14" }, [["started-on", "date-before-nhs", "1066-10-14"]]],
  [{ "started-on": "2099-01-01" }, [["started-on", "date-future", "2099-01-01"]]],
  [{ latitude: "54.9" }, [["latitude", "coordinates-one-only", ""]]],
  [{ latitude: "-2.9", longitude: "54.9" }, [["latitude", "coordinates-swapped", "-2.9, 54.9"]]],
  [{ postcode: "CA2" }, [["postcode", "postcode-part", "CA2"]]],
  [{ postcode: "CA2 7" }, [["postcode", "postcode-part", "CA2 7"]]],
  [{ postcode: "CAA 7HY" }, [["postcode", "postcode-shape", "CAA 7HY"]]],
  [{ postcode: "CA2 OHY" }, [["postcode", "postcode-letter", "CA2 OHY"]]],
  [{ postcode: "JE2 3QA" }, [["postcode", "postcode-elsewhere", "JE2 3QA"]]],
  [{ postcode: "" }, [["postcode", "where-missing", ""]]],
  [{ provider: "!!" }, [["provider", "name-empty", "!!"]]],
  [{ commissioner: "!!" }, [["commissioner", "name-empty", "!!"]]],
  // The second letter is Cyrillic.
  [{ provider: "Sоght Ltd" }, [["provider", "name-two-scripts", "Sоght"]]],
  [{ place: "CafÃ© Clinic" }, [["place", "garbled", "CafÃ© Clinic"]]],
  [{ note: "The board\u2019s caf\uFFFD" }, [["note", "garbled", "The board\u2019s caf\uFFFD"]]],
  [{ note: "â€œWe run it" }, [["note", "garbled", "â€œWe run it"]]],
  [{ key: "=1" }, [["key", "formula", "=1"]]],
])("%j is refused, with its column and what it says", (cells, expected) => {
  expect(problemsOf(cells)).toEqual(expected);
  expect(readAll(cells).row).toBeNull();
});

it.each<Partial<Record<ImportColumn, string>>>([
  { postcode: "", town: "Carlisle" },
  { postcode: "", "register-code": "ZZX99" },
  { postcode: "", latitude: "54.9", longitude: "-2.9" },
])("%j says where it is", (cells) => expect(problemsOf(cells)).toEqual([]));

it.each<[string, Partial<Record<ImportColumn, string>>]>([
  ["letters with accents", { place: "Âncora Clinic", provider: "Ãgora Ltd" }],
  ["a quotation that begins like a formula", { note: "=we run it" }],
  ["a sign within a name", { provider: "A+E - 24 Ltd", place: "Clinic @ Home" }],
  ["a note of another script", { note: "the Cyrillic о" }],
])("%s is no fault", (_, cells) => expect(problemsOf(cells)).toEqual([]));

it.each<[ImportColumn, number]>([
  ["place", 200],
  ["address", 300],
  ["town", 100],
  ["provider", 200],
  ["commissioner", 200],
  ["contract-reference", 100],
  ["note", 600],
  ["key", 100],
])("%s may have %d letters and not one more", (column, longest) => {
  expect(problemsOf({ [column]: "a".repeat(longest) })).toEqual([]);
  expect(problemsOf({ [column]: "a".repeat(longest + 1) })).toEqual([[column, "too-long", String(longest)]]);
});

it("what is quoted of a cell in a problem is cut", () => {
  expect(problemsOf({ category: "x".repeat(300) })).toEqual([
    ["category", "category-unknown", "x".repeat(200)],
  ]);
});

it("a row with too many cells or too few is not read at all", () => {
  const cells = IMPORT_COLUMNS.map((column) => FULL[column] ?? "");
  const readCells = (raw: string[]) =>
    readRow(raw, ALL, cells.length, { order: "day-first", today: "2026-11-22" });
  expect(readCells([...cells, " ", ""]).problems).toEqual([]);
  expect(readCells([...cells, "more", "", "still"])).toEqual({
    row: null,
    problems: [{ column: null, code: "too-many-cells", detail: "more, still" }],
  });
  expect(readCells([...cells, "x".repeat(300)]).problems[0]?.detail).toHaveLength(200);
  expect(readCells(cells.slice(0, -1))).toEqual({
    row: null,
    problems: [{ column: null, code: "too-few-cells", detail: `${cells.length - 1}/${cells.length}` }],
  });
});

it("spaces and unseen letters around and within a cell go", () => {
  expect(readAll({ place: " Newtown \u200B  Clinic\n" }).row?.place).toBe("Newtown Clinic");
});

it("a postcode is taken out of an address only where it stands alone", () => {
  expect(readAll({ postcode: "", address: "; CA2 7HY. 1 High Street," }).row).toMatchObject({
    address: "1 High Street",
    postcode: "CA2 7HY",
  });
});
