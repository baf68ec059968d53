import { expect, it } from "vitest";
import { closeInlets } from "./close-inlets";

type Ring = [number, number][];
const xs = (ring: readonly (readonly number[])[]) => ring.map(([lon = 0]) => lon);

/** A square of land whose eastern shore has an inlet of a width, 0.1° deep. */
const withInlet = (width: number): Ring => [
  [0, 50],
  [1, 50],
  [1, 50.5],
  [0.9, 50.5],
  [0.9, 50.5 + width],
  [1, 50.5 + width],
  [1, 51],
  [0, 51],
  [0, 50],
];
const depth = (ring: Ring) => Math.min(...xs(closeInlets(ring)).filter((lon) => lon > 0.5));

it("closes the mouth of a river and leaves a bay", () => {
  expect(depth(withInlet(0.001))).toBeCloseTo(1, 2);
  expect(depth(withInlet(0.02))).toBeCloseTo(0.9, 5);
});

it("does the same whichever way the ring goes round", () => {
  expect(depth(withInlet(0.001).reverse())).toBeCloseTo(1, 2);
});

it("leaves a harbour that is wide behind a narrow mouth, and a spit of land", () => {
  const harbour: Ring = [
    ...[
      [0, 50],
      [1, 50],
      [1, 50.5],
      [0.99, 50.5],
      [0.99, 50.45],
      [0.9, 50.45],
      [0.9, 50.55],
      [0.99, 50.55],
      [0.99, 50.501],
      [1, 50.501],
      [1, 51],
      [0, 51],
      [0, 50],
    ],
  ] as Ring;
  expect(depth(harbour)).toBeCloseTo(0.9, 5);
  const spit: Ring = [
    [0, 50],
    [1, 50],
    [1, 50.5],
    [1.1, 50.5],
    [1.1, 50.501],
    [1, 50.501],
    [1, 51],
    [0, 51],
    [0, 50],
  ];
  expect(Math.max(...xs(closeInlets(spit)))).toBeCloseTo(1.1, 5);
});

it("closes a hair that is closed by nothing but one point", () => {
  const spike: Ring = [
    [0, 50],
    [1, 50],
    [1, 50.5],
    [0.92, 50.5005],
    [1, 50.501],
    [1, 51],
    [0, 51],
    [0, 50],
  ];
  expect(depth(spike)).toBeCloseTo(1, 1);
  expect(closeInlets(spike).length).toBeLessThan(spike.length + 4);
});
