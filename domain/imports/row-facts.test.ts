import { expect, test } from "vitest";
import type { RowPlan } from "./outcome";
import type { ImportRow } from "./row";
import { type AroundRow, factsToPublish } from "./row-facts";

const ROW: ImportRow = {
  place: "Blind Clinic",
  address: "10 Downing Street",
  town: "Carlisle",
  postcode: "CA2 7HY",
  lat: null,
  lon: null,
  placeKind: null,
  registerCode: null,
  category: "mental-health",
  provider: "Circle Health Group",
  providerKind: "company",
  commissioner: "Some Board",
  contractType: "nhs-standard-contract",
  status: "planned",
  startedOn: "2027-03",
  note: "Fraudsters run this clinic.",
  key: null,
  areaId: null,
};
const PLAN: RowPlan = {
  place: { id: null, name: "Blind Clinic", because: "new" },
  areaId: null,
  service: { id: null, name: "Mental health at Blind Clinic" },
  provider: { id: null, name: "Circle Health Group" },
  commissioner: { id: null, name: "Some Board" },
  changes: [],
};
const shown: AroundRow = { areaName: null, placeAddress: null, legalForm: null, isHidden: false };
const said = (row: ImportRow, plan: RowPlan, where = shown) =>
  factsToPublish(row, plan, where).map(({ name, value, standing }) =>
    [name, value ?? "-", ...(standing ? [standing] : [])].join(" | "),
  );

test("of a new service all that would be published is there: where, who, who pays, by what contract, since when, the quote", () => {
  expect(said(ROW, PLAN)).toEqual([
    "category | mental-health",
    "place | Blind Clinic | new",
    "place-kind | clinic",
    "address | 10 Downing Street, Carlisle, CA2 7HY",
    "provider | Circle Health Group | new",
    "provider-kind | company",
    "commissioner | Some Board | new",
    "contract-type | nhs-standard-contract",
    "status | planned",
    "started-on | 2027-03",
    "note | Fraudsters run this clinic.",
  ]);
});

test("of records that are there it is said which they are; a row without a note is quoted in our own sentence", () => {
  const plan: RowPlan = {
    ...PLAN,
    place: { id: "p", name: "The Blind Clinic", because: "register-code" },
    provider: { id: "q", name: "Circle" },
    commissioner: null,
    successorOf: { id: "s", name: "Mental health, earlier", ends: true },
  };
  const around = { ...shown, placeAddress: "1 High Street, CA1 1AA", legalForm: "charity" };
  expect(said({ ...ROW, note: "", contractType: "unknown", startedOn: null }, plan, around)).toEqual([
    "category | mental-health",
    "place | The Blind Clinic | known",
    "address | 1 High Street, CA1 1AA | known",
    "provider | Circle | known",
    "provider-kind | charity | known",
    "status | planned",
    "former | Mental health, earlier | ends",
    "note | Lists it at Blind Clinic and names Circle Health Group as running it. | made",
  ]);
});

test("of a service that is there its changes say the facts; the quote and the form of a new provider come with them", () => {
  const known = { ...PLAN, service: { id: "s", name: "Mental health" } };
  const change = { field: "provider", kind: "sets", from: null, to: "Circle Health Group" } as const;
  expect(said(ROW, { ...known, changes: [change] })).toEqual([
    "provider-kind | company",
    "note | Fraudsters run this clinic.",
  ]);
  expect(said(ROW, known)).toEqual([]);
});

test("of what is shown by area only nothing tells the place, whatever the row still holds", () => {
  const hidden = said(ROW, PLAN, { ...shown, areaName: "Somewhere", isHidden: true });
  expect(hidden).toContain("area | Somewhere");
  expect(hidden.join(" ")).not.toMatch(/Blind|Downing|CA2|clinic|Fraud/);
});
