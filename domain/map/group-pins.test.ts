import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupPins } from "./group-pins";
import { PIN_STATUSES, type PinFeature, type PinProperties } from "./pin";

function pin(slug: string, lon: number, lat: number, more: Partial<PinProperties> = {}): PinFeature {
  const properties: PinProperties = {
    slug,
    name: `Service ${slug}`,
    category: "diagnostics",
    categoryLabel: "Diagnostics and scans",
    runBy: "privately run, name not known",
    status: "operating",
    mayHaveEnded: false,
    disputed: false,
    approximate: false,
    place: "A place",
    ...more,
  };
  return { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties };
}

const anyPins = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 30 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          lon: fc.constantFrom(-3, -2.9578, -2.95780001, 0.1),
          lat: fc.constantFrom(54.8965, 51.5),
          status: fc.constantFrom(...PIN_STATUSES),
          approximate: fc.boolean(),
        })
        .map(({ lon, lat, ...more }) => pin(`s-${id}`, lon, lat, more)),
    ),
  ),
);

describe("groupPins", () => {
  it("puts services at one point together and leaves neighbours apart", () => {
    const spots = groupPins([
      pin("b", -2.9578, 54.8965),
      pin("c", -2.9571, 54.8969),
      pin("a", -2.9578, 54.8965),
    ]);
    expect(spots.map((spot) => spot.pins.map(({ slug }) => slug))).toEqual([["a", "b"], ["c"]]);
  });

  it("shows a running service where another has ended", () => {
    const [spot] = groupPins([pin("a", 0, 51, { status: "ended" }), pin("b", 0, 51)]);
    expect(spot?.status).toBe("operating");
  });

  it("calls a spot approximate only when every service in it is", () => {
    const both = [pin("a", 0, 51, { approximate: true }), pin("b", 0, 51)];
    expect(groupPins(both)[0]?.approximate).toBe(false);
    expect(groupPins(both.slice(0, 1))[0]?.approximate).toBe(true);
  });

  it("loses no pin and invents none, in whatever order they come", () => {
    fc.assert(
      fc.property(anyPins, (pins) => {
        const spots = groupPins(pins);
        const slugs = spots.flatMap((spot) => spot.pins.map(({ slug }) => slug));
        expect(slugs.toSorted()).toEqual(pins.map(({ properties }) => properties.slug).toSorted());
        expect(groupPins(pins.toReversed()).map(({ id, pins: inside }) => [id, inside])).toEqual(
          spots.map(({ id, pins: inside }) => [id, inside]),
        );
        expect(new Set(spots.map(({ id }) => id)).size).toBe(spots.length);
      }),
    );
  });
});
