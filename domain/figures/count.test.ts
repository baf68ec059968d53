import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountedService, checkedBetween, countServices } from "@/domain/figures/count";
import { COUNTED_KINDS, definitionOf, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { SERVICE_STATUSES, VISIBILITIES } from "@/domain/services/service";

const service = (given: Partial<CountedService> = {}): CountedService => ({
  id: "1",
  placeId: "p1",
  providerId: "c1",
  kind: "company",
  status: "operating",
  visibility: "published",
  mayHaveEnded: false,
  lastConfirmedOn: "2024-04-01",
  ...given,
});
const count = (list: CountedService[]) => countServices(list, "outside-the-nhs");

describe("counts", () => {
  test("services, places and providers apart", () => {
    const list = [service(), service({ providerId: "c2" }), service({ placeId: "p2" })];
    expect(count(list)).toMatchObject({ services: 3, places: 2, providers: 2, notNamed: 0 });
  });
  test("one that may have ended counts, and is told", () => {
    expect(count([service({ mayHaveEnded: true })])).toMatchObject({ services: 1, mayHaveEnded: 1 });
  });
  test("one that is no longer listed separately is in no other number", () => {
    const gone = service({
      notCounted: "no-longer-listed",
      mayHaveEnded: true,
      providerId: "c2",
      placeId: "p2",
    });
    expect(count([service(), gone])).toMatchObject({
      services: 1,
      places: 1,
      providers: 1,
      mayHaveEnded: 0,
      noLongerListed: 1,
    });
  });
  test("one with little or no activity is told by itself, and is in no other number", () => {
    const quiet = service({ notCounted: "little-activity", mayHaveEnded: true, placeId: "p2" });
    expect(count([service(), quiet])).toMatchObject({
      services: 1,
      places: 1,
      mayHaveEnded: 0,
      noLongerListed: 0,
      littleActivity: 1,
    });
  });
  test("planned ones apart, ended ones not", () => {
    const list = [
      service({ status: "planned", mayHaveEnded: true }),
      service({ status: "ended" }),
      service({ status: "ended" }),
    ];
    expect(count(list)).toMatchObject({ services: 0, planned: 1, mayHaveEnded: 0, places: 0, providers: 0 });
  });
  test("an unnamed provider is not a provider", () => {
    const list = [service({ providerId: null, kind: "private-sector" })];
    expect(count(list)).toMatchObject({ services: 1, providers: 0, notNamed: 1 });
  });
  test("a service shown by area only is no place", () => {
    expect(count([service({ visibility: "area-only" })])).toMatchObject({ services: 1, places: 0 });
    expect(count([service({ placeId: null })])).toMatchObject({ services: 1, places: 0 });
  });
  test("nothing that is not public", () => {
    const hidden = (["withheld", "merged", "erased"] as const).map((visibility) => service({ visibility }));
    expect(count(hidden)).toMatchObject({ services: 0, places: 0, providers: 0, lastCheckedOn: null });
  });
  test("a planned one does not make the count look fresher", () => {
    const list = [service(), service({ status: "planned", lastConfirmedOn: "2026-01-01" })];
    expect(count(list).lastCheckedOn).toBe("2024-04-01");
  });
  test("one that is fresh does not make the others look so", () => {
    const list = [service(), service({ lastConfirmedOn: "2026-04-30" }), service({ lastConfirmedOn: null })];
    expect(count(list)).toMatchObject({ oldestCheckedOn: "2024-04-01", lastCheckedOn: "2026-04-30" });
  });
});

const anyService = fc.record({
  id: fc.uuid(),
  placeId: fc.constantFrom(null, "p1", "p2", "p3"),
  providerId: fc.constantFrom(null, "c1", "c2"),
  kind: fc.constantFrom(null, ...PROVIDER_KINDS),
  status: fc.constantFrom(...SERVICE_STATUSES),
  visibility: fc.constantFrom(...VISIBILITIES),
  mayHaveEnded: fc.boolean(),
  lastConfirmedOn: fc.constantFrom(null, "2023-08-01", "2025-09-01"),
});
const anyServices = fc.array(anyService, { maxLength: 20 });
const anyKinds = fc.subarray([...COUNTED_KINDS], { minLength: 1 });
const anyDefinition = anyKinds.map((kinds) => definitionOf(kinds));

test("the order of services never changes a count", () => {
  const shuffled = anyServices.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, anyDefinition, ([list, other], definition) => {
      expect(countServices(other, definition)).toEqual(countServices(list, definition));
    }),
  );
});

test("no part is larger than the whole, and two halves add up", () => {
  fc.assert(
    fc.property(anyServices, anyServices, anyDefinition, (one, two, definition) => {
      const [a, b, both] = [one, two, [...one, ...two]].map((list) => countServices(list, definition));
      if (!a || !b || !both) throw new Error("unreachable");
      expect(both.services).toBe(a.services + b.services);
      expect(both.planned).toBe(a.planned + b.planned);
      expect(both.notNamed).toBe(a.notNamed + b.notNamed);
      for (const part of [both.places, both.providers, both.notNamed, both.mayHaveEnded])
        expect(part).toBeLessThanOrEqual(both.services);
    }),
  );
});

test("under a bigger set no count is smaller", () => {
  fc.assert(
    fc.property(anyServices, anyKinds, anyKinds, (list, some, more) => {
      const [smaller, bigger] = [some, [...some, ...more]].map((kinds) =>
        countServices(list, definitionOf(kinds)),
      );
      if (!smaller || !bigger) throw new Error("unreachable");
      for (const key of ["services", "places", "providers", "notNamed", "planned", "mayHaveEnded"] as const)
        expect(smaller[key], key).toBeLessThanOrEqual(bigger[key]);
    }),
  );
});

test("a count under several kinds is the sum of the counts under each", () => {
  fc.assert(
    fc.property(anyServices, anyKinds, (list, kinds) => {
      const apart = kinds.map((kind) => countServices(list, definitionOf([kind])).services);
      const together = countServices(list, definitionOf(kinds));
      expect(apart.reduce((sum, services) => sum + services, 0)).toBe(together.services);
      expect(together.definition).toBe(definitionOf(kinds));
    }),
  );
});

test("the oldest and the latest check are of the services that have one, in any order", () => {
  const days = ["2024-05-01", null, "2023-01-01", "2025-02-01", "2024-06-01"];
  const list = days.map((lastConfirmedOn) => service({ lastConfirmedOn }));
  expect(count(list)).toMatchObject({ oldestCheckedOn: "2023-01-01", lastCheckedOn: "2025-02-01" });
});

test("the months between which services were checked are two, one or none", () => {
  const between = (oldestCheckedOn: string | null, lastCheckedOn: string | null) =>
    checkedBetween({ oldestCheckedOn, lastCheckedOn });
  expect(between("2023-01-01", "2025-02-28")).toEqual({ from: "2023-01", date: "2025-02" });
  expect(between("2025-02-01", "2025-02-28")).toEqual({ from: null, date: "2025-02" });
  expect(between(null, null)).toEqual({ from: null, date: null });
});
