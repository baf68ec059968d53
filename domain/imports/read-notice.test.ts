import { expect, it } from "vitest";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import { readNotice } from "@/domain/imports/read-notice";
import { recordOf } from "@/domain/lists/keys-of";

function read(cells: Partial<Record<ImportColumn, string>>) {
  const refused: string[] = [];
  const notice = readNotice({ ...recordOf(IMPORT_COLUMNS, () => ""), ...cells }, "day-first", (...said) => {
    refused.push(said.join(" "));
    return null;
  });
  return { notice, refused };
}
const EMPTY = { reference: "", startsOn: null, endsOn: null, value: null };

it("a row that says nothing of a contract has none", () => {
  expect(read({})).toEqual({ notice: undefined, refused: [] });
});

it.each([
  [{ "contract-reference": "AB-1" }, { reference: "AB-1" }],
  [{ "contract-starts": "01/04/2024" }, { startsOn: "2024-04-01" }],
  [{ "contract-ends": "31/03/2027" }, { endsOn: "2027-03-31" }],
  [{ "contract-value": "0" }, { value: 0 }],
] as const)("any one of its cells makes a contract: %j", (cells, said) => {
  expect(read(cells)).toEqual({ notice: { ...EMPTY, ...said }, refused: [] });
});

it.each([
  ["£1,250,000.00", 1_250_000],
  ["1250000", 1_250_000],
  ["£ 999", 999],
  ["12,345.6", 12_345],
  ["999999999999", 999_999_999_999],
  ["£1.2m", 1_200_000],
  ["1.2345 million", 1_234_500],
  ["£250k", 250_000],
  ["250 thousand", 250_000],
  ["2BN", 2_000_000_000],
  ["0.5 Billion", 500_000_000],
  ["123456k", 123_456_000],
  ["1.0005k", 1001],
])("a value of %j is %d pounds", (text, value) => {
  expect(read({ "contract-value": text })).toEqual({ notice: { ...EMPTY, value }, refused: [] });
});

it.each([
  "about £5",
  "£5 a year",
  "1,25",
  "1,2500",
  "1.234",
  "1234567k",
  "1.23456m",
  "x £1m",
  "1m x",
  "1 dozen",
  "-5",
  "1234567890123",
  "£",
  "$5",
])("a value of %j is not read", (text) => {
  expect(read({ "contract-value": text })).toEqual({
    notice: undefined,
    refused: [`contract-value contract-value-unreadable ${text}`],
  });
});

it("a date that cannot be read is said, in its column", () => {
  expect(read({ "contract-starts": "soon", "contract-ends": "later" })).toEqual({
    notice: undefined,
    refused: ["contract-starts date-unreadable soon", "contract-ends date-unreadable later"],
  });
});

it.each([
  ["2024-04-01", "2024-03-31", true],
  ["2024-04-01", "2024-04-01", false],
  ["2024-04-01", "2024-04-02", false],
  ["2024-04-02", "2024-04-01", true],
  // The end may be later in that month, or year.
  ["2024-04-15", "2024-04", false],
  ["2024-04-15", "2024", false],
  ["2024-04-15", "2023", true],
  ["2024", "2024-04", false],
])("a contract from %s to %s has its days the wrong way round: %s", (starts, ends, isWrong) => {
  const { refused } = read({ "contract-starts": starts, "contract-ends": ends });
  expect(refused).toEqual(isWrong ? [`contract-ends contract-dates ${ends}`] : []);
});
