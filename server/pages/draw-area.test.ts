import { expect, test } from "vitest";
import { NIGHT_COLOURS } from "@/domain/map/night-picture";
import { drawArea } from "./draw-area";

const CARLISLE = { kind: "constituency", code: "E14001152" } as const;
const infirmary = { lon: -2.957, lat: 54.896 };

test("draws the outline with a dot for each position, inside of it, and no name that is not escaped", () => {
  const drawn = drawArea(CARLISLE, [infirmary, { lon: -2.94, lat: 54.89 }], "<b>Carlisle</b>");
  const text = drawn?.text ?? "";
  expect(text).toContain("<title>&#60;b&#62;Carlisle");
  const dots = [...text.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)];
  expect(dots).toHaveLength(2);
  for (const [, x, y] of dots) {
    expect(Number(x)).toBeGreaterThan(0);
    expect(Number(x)).toBeLessThan(640);
    expect(Number(y)).toBeGreaterThan(0);
    expect(Number(y)).toBeLessThan(480);
  }
  // The second lies east and south of the first.
  expect(Number(dots[1]?.[1])).toBeGreaterThan(Number(dots[0]?.[1]));
  expect(Number(dots[1]?.[2])).toBeGreaterThan(Number(dots[0]?.[2]));
  const colours = [...text.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, colour = ""]) => colour);
  expect(colours.filter((colour) => !(colour in NIGHT_COLOURS))).toEqual([]);
});

test("is another picture as soon as a service is gone, and none where no file has the area", () => {
  const before = drawArea(CARLISLE, [infirmary], "Carlisle");
  expect(drawArea(CARLISLE, [], "Carlisle")?.etag).not.toBe(before?.etag);
  expect(drawArea({ kind: "constituency", code: "E14009999" }, [], "Nowhere")).toBeNull();
});
