import fc from "fast-check";
import { expect, test } from "vitest";
import { definitionOf, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { NOT_COUNTED } from "@/domain/services/running";
import { SERVICE_STATUSES } from "@/domain/services/service";
import { listTotals } from "./list-totals";

type Listed = Parameters<typeof listTotals>[0][number];

const PLACE: NonNullable<Listed["place"]> = {
  slug: "a-clinic",
  name: "A clinic",
  nameCy: null,
  town: "Carlisle",
  postcode: "CA1 1AA",
};
const POSITION: NonNullable<Listed["position"]> = { lon: -2.9, lat: 54.9, precision: "postcode" };
const service = (given: Partial<Listed> = {}): Listed => ({
  kind: "company",
  status: "operating",
  notCounted: null,
  providerId: "c1",
  slug: "eye-care",
  name: "Eye care",
  place: PLACE,
  position: POSITION,
  ...given,
});
const COMPANIES = definitionOf(["company"]);
const NONE = {
  all: 1,
  running: 0,
  otherKinds: 0,
  planned: 0,
  noLongerListed: 0,
  littleActivity: 0,
  ended: 0,
  onMap: 1,
  offMap: 0,
  organisations: 0,
  notNamed: 0,
};

test.each<[string, Partial<Listed>, Partial<typeof NONE>]>([
  ["runs and counts", {}, { running: 1, organisations: 1 }],
  ["runs under no name", { providerId: null }, { running: 1, notNamed: 1 }],
  ["runs and is of a kind that does not count", { kind: "charity" }, { otherKinds: 1 }],
  ["is planned", { status: "planned" }, { planned: 1 }],
  ["is planned, whatever else is said", { status: "planned", notCounted: "little-activity" }, { planned: 1 }],
  ["is not listed any more", { notCounted: "no-longer-listed" }, { noLongerListed: 1 }],
  ["has little activity", { notCounted: "little-activity" }, { littleActivity: 1 }],
  ["ended", { status: "ended" }, { ended: 1 }],
  ["ended, whatever else is said", { status: "ended", notCounted: "no-longer-listed" }, { ended: 1 }],
  ["has no position", { position: null }, { running: 1, organisations: 1, onMap: 0, offMap: 1 }],
  ["has no place", { place: null }, { running: 1, organisations: 1, onMap: 0, offMap: 1 }],
  ["has no page", { slug: null }, { running: 1, organisations: 1, onMap: 0, offMap: 1 }],
  ["has no name to show", { name: null }, { running: 1, organisations: 1, onMap: 0, offMap: 1 }],
])("one that %s", (_, given, expected) => {
  expect(listTotals([service(given)], COMPANIES)).toEqual(Object.assign({}, NONE, expected));
});

test("an organisation that runs several is one, and one that runs what does not count is none", () => {
  const list = [
    service(),
    service(),
    service({ providerId: "c2" }),
    service({ providerId: "c3", kind: "charity" }),
  ];
  expect(listTotals(list, COMPANIES)).toMatchObject({ running: 3, organisations: 2, otherKinds: 1 });
});

test("the parts come to the whole", () => {
  const any = fc.record({
    kind: fc.constantFrom(null, ...PROVIDER_KINDS),
    status: fc.constantFrom(...SERVICE_STATUSES),
    notCounted: fc.constantFrom(null, ...NOT_COUNTED),
    providerId: fc.constantFrom(null, "c1", "c2"),
    position: fc.constantFrom(null, POSITION),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (list) => {
      const totals = listTotals(
        list.map((given) => service(given)),
        COMPANIES,
      );
      const { running, otherKinds, planned, noLongerListed, littleActivity, ended } = totals;
      expect(running + otherKinds + planned + noLongerListed + littleActivity + ended).toBe(totals.all);
      expect(totals.onMap + totals.offMap).toBe(totals.all);
    }),
  );
});
