import { expect, test } from "vitest";
import { careByPayer, type PaidCare } from "./care-by-payer";

const care = (payer: string, kind: PaidCare["kind"], code: string, admitted: number, nonAdmitted: number) =>
  ({ payer, kind, function: code, admitted, nonAdmitted }) as PaidCare;

test("treatment is summed by payer, kind and treatment function, in the order of their names", () => {
  const list = [
    care("QB", "nhs-trust", "C_130", 1, 2),
    care("QA", "nhs-trust", "C_130", 4, 8),
    care("QA", "company", "C_130", 0, 5),
    care("QA", "nhs-trust", "C_130", 16, 32),
    care("QA", "company", "C_110", 64, 0),
    care("QC", "company", "C_130", 0, 0),
  ];
  const expected = [
    {
      payer: "QA",
      cells: [
        { kind: "company", function: "C_110", admitted: 64, nonAdmitted: 0 },
        { kind: "company", function: "C_130", admitted: 0, nonAdmitted: 5 },
        { kind: "nhs-trust", function: "C_130", admitted: 20, nonAdmitted: 40 },
      ],
    },
    { payer: "QB", cells: [{ kind: "nhs-trust", function: "C_130", admitted: 1, nonAdmitted: 2 }] },
  ];
  expect(careByPayer(list)).toEqual(expected);
  expect(careByPayer(list.toReversed())).toEqual(expected);
});
