import { expect, test } from "vitest";
import { coverageOf } from "@/domain/areas/coverage";
import type { ServiceRow } from "@/domain/figures/service-row";
import { begunLately, checkedByNation, firstOf } from "./front-page";

const service = (id: string, given: Partial<ServiceRow>): ServiceRow => ({
  id,
  slug: id,
  name: id,
  category: "eye-care",
  place: null,
  position: null,
  provider: null,
  placeId: null,
  providerId: null,
  kind: "company",
  status: "operating",
  visibility: "published",
  isProviderHidden: false,
  startedOn: "2025-01-01",
  mayHaveEnded: false,
  mayHaveEndedReason: null,
  region: null,
  lastConfirmedOn: null,
  ...given,
});

test("what began lately is the newest three that have begun and have a page", () => {
  const services = [
    ...[1, 2, 3, 4, 5, 6].map((month) => service(`m${month}`, { startedOn: `2026-0${month}` })),
    service("tomorrow", { startedOn: "2026-11-29" }),
    service("planned", { startedOn: "2026-10-01", status: "planned" }),
    service("area only", { startedOn: "2026-10-01", slug: null }),
    service("undated", { startedOn: null }),
    service("over", { startedOn: "2026-10-01", notCounted: "no-longer-listed" }),
  ];
  expect(begunLately(services, "2026-11-28").map(({ id }) => id)).toEqual(["m6", "m5", "m4"]);
});

test("what was checked is told only of kinds that an official list has", () => {
  const { lines } = coverageOf("wales", [
    {
      kind: "gp-practice",
      listOn: null,
      known: 10,
      checked: 2,
      confirmed: 1,
      ownersNotChecked: 0,
      outsourced: 1,
      nhsWithServices: 0,
      nhsNoneFound: 0,
    },
  ]);
  expect(checkedByNation([{ nation: "wales", coverage: { lines } }])).toEqual([
    { nation: "wales", kind: "gp-practice", known: 10, checked: 2 },
  ]);
});

test("what began today has begun; of two of one day the first by id comes first", () => {
  const services = ["c", "a", "b"].map((id) => service(id, { startedOn: "2026-11-28" }));
  expect(begunLately(services, "2026-11-28").map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(begunLately(services.toReversed(), "2026-11-28").map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(begunLately(services, "2026-11-27")).toEqual([]);
  const older = [service("old", { startedOn: "2020" }), service("new", { startedOn: "2021" })];
  expect(begunLately(older, "2026-11-28").map(({ id }) => id)).toEqual(["new", "old"]);
});

test("a column has four lines", () => expect(firstOf([1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4]));
