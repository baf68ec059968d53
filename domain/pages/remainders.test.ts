import { expect, it } from "vitest";
import {
  restOfBodies,
  restOfChecked,
  restOfCoverage,
  restOfHealthBodies,
  restOfLeads,
  restOfMost,
  restOfNations,
  restOfPayers,
  restOfRanking,
} from "./remainders";

/** Pages have more than their totals: here is what the rests are made of. */
const of = <F extends (data: never) => unknown>(rest: F, data: object): ReturnType<F> =>
  rest(data as never) as ReturnType<F>;
const counted = (...services: number[]) => services.map((each) => ({ counts: { services: each } }));

it("the rest of a ranking is what none of its rows counts", () => {
  const rest = { total: 10, parts: 7, missing: 3, again: 0 };
  expect(of(restOfRanking, { counts: { services: 10 }, ranked: counted(4, 3) })).toEqual(rest);
  expect(of(restOfMost, { counts: { services: 10 }, lists: { most: counted(4, 3) } })).toEqual(rest);
});

it("what serves two areas is counted in both, and in no rest", () => {
  const areas = [{ services: 6 }, { services: 5 }];
  const rest = { total: 10, parts: 11, missing: 1, again: 2 };
  expect(of(restOfNations, { counts: { services: 10 }, nations: { areas, held: 9 } })).toEqual(rest);
  expect(of(restOfBodies, { counts: { services: 10 }, bodies: { areas, held: 9 } })).toEqual(rest);
});

it("who paid adds up to what was completed, of one month alone", () => {
  const numbers = { month: "2026-04", completedAdmitted: 3, completedNonAdmitted: 4 };
  const payers = [{ month: "2026-04", completed: 5 }];
  expect(of(restOfPayers, { numbers, payers })).toEqual({ total: 7, parts: 5, missing: 2, again: 0 });
  expect(of(restOfPayers, { numbers, payers: [] })).toBeNull();
  expect(of(restOfPayers, { numbers: null, payers })).toBeNull();
  const older = { month: "2026-03", completed: 1 };
  expect(of(restOfPayers, { numbers, payers: [...payers, older] })).toBeNull();
});

it("health bodies with too little to rank are parts of England as the others are", () => {
  const share = (all: number) => ({ share: { together: { all } } });
  const healthBodies = { ranked: [share(4)], notEnough: [share(1)] };
  expect(of(restOfHealthBodies, { england: { together: { all: 6 } }, healthBodies })).toEqual({
    total: 6,
    parts: 5,
    missing: 1,
    again: 0,
  });
});

it("practices are checked, or left to find out, and none is lost between", () => {
  const coverage = (known: number) => ({ coverage: { known } });
  expect(of(restOfCoverage, { whole: { known: 9 }, bodies: [coverage(4), coverage(3)] })).toMatchObject({
    parts: 7,
    missing: 2,
  });
  const checked = { checked: 9, outsourced: 4, nhsWithServices: 3, nhsNoneFound: 2 };
  expect(of(restOfChecked, checked)).toEqual({ total: 9, parts: 9, missing: 0, again: 0 });
  expect(of(restOfLeads, { total: 9, leads: [{}, {}], known: 3, ended: [{}] })).toEqual({
    total: 9,
    parts: 6,
    missing: 3,
    again: 0,
  });
});
