import { expect, it } from "vitest";
import { readRow } from "@/domain/imports/read-row";

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
