import { expect, it } from "vitest";
import { placeWeight, settlementWeight } from "./weight";

it("a hospital is likelier meant than a surgery, and a trust's head office less than either", () => {
  expect(placeWeight("hospital")).toBe(0.64);
  expect(placeWeight("diagnostic-centre")).toBe(0.55);
  expect(placeWeight("gp-practice")).toBe(0.5);
  expect(placeWeight(null)).toBe(0.5);
  expect(placeWeight("trust-headquarters")).toBe(0.45);
});

it("a hundred times as many people are not a hundred times as likely", () => {
  expect(settlementWeight(100_000, false)).toBeCloseTo(5 / 7);
  expect(settlementWeight(1_000, false)).toBeCloseTo(3 / 7);
  expect(settlementWeight(1_000, true)).toBeCloseTo(3 / 7 + 0.06);
  expect(settlementWeight(0, false)).toBeCloseTo(1 / 7);
});
