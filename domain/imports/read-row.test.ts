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
