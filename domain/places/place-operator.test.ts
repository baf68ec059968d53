import { expect, test } from "vitest";
import { operatorToday } from "./place-operator";

const royalFree = { code: "RAL", name: "ROYAL FREE LONDON" };
const northMiddlesex = { code: "RAP", name: "North Middlesex University Hospital NHS Trust" };
const trusts = new Map([["RAL", "Royal Free London NHS Foundation Trust"]]);
const of = (organisations: { code: string; name: string }[]) =>
  operatorToday({ isNhs: true, organisations, on: "2020-11-01" }, trusts);

test("a trust has its name of today, and one that is no longer listed the name of the register", () => {
  expect(of([royalFree])).toEqual({
    isNhs: true,
    names: ["Royal Free London NHS Foundation Trust"],
    areTrustsToday: true,
    on: "2020-11-01",
  });
  expect(of([northMiddlesex])).toMatchObject({ names: [northMiddlesex.name], areTrustsToday: false });
  expect(of([royalFree, northMiddlesex])).toMatchObject({ areTrustsToday: false });
});
