import { expect, it } from "vitest";
import { findPinStart } from "./find-pin-start";

it("the map of a pin begins at the postcode or the town that was said", async () => {
  const start = await findPinStart({ postcode: "CA2 7HY" });
  expect(start).toMatchObject({ zoom: 12 });
  expect(start?.lat).toBeCloseTo(54.9, 1);
  expect(start?.lon).toBeCloseTo(-2.95, 1);
  expect((await findPinStart({ town: "Carlisle" }))?.lat).toBeCloseTo(54.89, 1);
});

it.each([{}, { town: "Nowhere-on-Sea" }, { postcode: "ZZ1 1ZZ" }])(
  "%j: with the whole country",
  async (said) => {
    expect(await findPinStart(said)).toBeNull();
  },
);
