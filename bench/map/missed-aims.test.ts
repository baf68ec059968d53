import { expect, it } from "vitest";
import { type ComparedMaps, missedAims } from "./missed-aims";

const measured = { bytes: 100, drawn: 1000, gap: 100, memory: 50 };
const peers = { empty: measured, maplibre: measured, leaflet: measured };
const run = (count: number, product: Partial<ComparedMaps["product"]>, pinBytes = 1) =>
  missedAims(count, pinBytes, { ...peers, product: { ...measured, ...product } });

it.each([
  ["keeps all", 100_000, { gap: 130 }, []],
  [
    "frames",
    20_000,
    { gap: 131 },
    ["20,000 pins: p95 frame is 1.31 of the same map without pins, at most 1.3"],
  ],
  [
    "bytes",
    2_495,
    { bytes: 120 },
    [
      "2,495 pins: bytes is 1.20 of MapLibre's clustered GeoJSON, at most 1",
      "2,495 pins: bytes is 1.20 of Leaflet.markercluster, at most 1",
    ],
  ],
  // With few pins the ground is what takes time and room.
  ["time and room with few", 20_000, { drawn: 2000, memory: 90 }, []],
  [
    "time and room with many",
    100_000,
    { drawn: 1100, memory: 60 },
    [
      "100,000 pins: time to pins is 1.10 of MapLibre's clustered GeoJSON, at most 1",
      "100,000 pins: memory is 1.20 of MapLibre's clustered GeoJSON, at most 1",
      "100,000 pins: time to pins is 1.10 of Leaflet.markercluster, at most 1",
      "100,000 pins: memory is 1.20 of Leaflet.markercluster, at most 1",
    ],
  ],
] as [string, number, Partial<ComparedMaps["product"]>, string[]][])(
  "a run that misses: %s",
  (_, count, product, missed) => {
    expect(run(count, product)).toEqual(missed);
  },
);

it("the file of pins has a size of its own, where the issue names one", () => {
  expect(run(2_495, {}, 11_000)).toEqual([]);
  expect(run(2_495, {}, 11_001)).toEqual(["2,495 pins: the file of pins has 11,001 bytes, at most 11,000"]);
  expect(run(20_000, {}, 900_000)).toEqual([]);
});

it("what was not measured keeps no aim", () => {
  const nothing = { bytes: 0, drawn: 0, gap: 0, memory: 0 };
  expect(missedAims(1, 1, { ...peers, empty: nothing, product: nothing })).toHaveLength(1);
});
