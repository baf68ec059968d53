import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import type { MultiLineString, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { LINES_FILE, lineSquares } from "@/db/reference/lines";
import { encodeOutlines } from "@/db/reference/outline-file";
import { areaIndex } from "@/db/reference/outlines";
import { readReferenceFile } from "@/db/reference/read-together";
import { unpackSquares } from "@/db/reference/square-file";
import { groundBox, groundTileAt } from "@/domain/map/ground-tile";
import { LINE_STEPS, type SquareLayer } from "@/domain/map/line-square";
import { buildLines } from "./build-lines";
import { groundEdges } from "./cut-squares";
import { outlinesDigest } from "./write-lines";

const steps = ([lon = 0, lat = 0]: Position) =>
  `${Math.round(lon * LINE_STEPS)} ${Math.round(lat * LINE_STEPS)}`;

function geometry(square: Topology, layer: SquareLayer) {
  const object = square.objects[layer];
  if (!object) return null;
  const one = feature(square, object as GeometryObject);
  return one.type === "Feature" ? one.geometry : null;
}

const linesOf = (square: Topology, layer: SquareLayer): Position[][] =>
  (geometry(square, layer) as MultiLineString | null)?.coordinates ?? [];

function landOf(square: Topology): Polygon["coordinates"][] {
  const land = geometry(square, "land");
  return land?.type === "MultiPolygon" ? land.coordinates : [];
}

/** Twice the area within a ring, in square steps. */
const ringArea = (ring: readonly Position[]) =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [toX = 0, toY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + (x * toY - toX * y) * LINE_STEPS ** 2;
  }, 0);

/** Each stretch of a layer in all squares, whichever way it is drawn. */
const stretches = (squares: Iterable<Topology>, layer: SquareLayer) =>
  [...squares].flatMap((square) =>
    linesOf(square, layer).flatMap((line) =>
      line.slice(1).map((to, i) => [steps(line[i] ?? []), steps(to)].sort().join(" to ")),
    ),
  );

/** Areas of a made-up country: a chequerboard whose corners are shaken, eight by eight cells of about 0.1°. */
const country = fc
  .array(fc.tuple(fc.integer({ min: -4_000, max: 4_000 }), fc.integer({ min: -4_000, max: 4_000 })), {
    minLength: 81,
    maxLength: 81,
  })
  .map((shaken) => {
    const corner = (column: number, row: number): [number, number] => {
      const [x = 0, y = 0] = shaken[row * 9 + column] ?? [];
      return [(column * 10_000 + x) / 100_000 - 3, (row * 10_000 + y) / 100_000 + 54];
    };
    return Array.from({ length: 64 }, (_, cell) => {
      const [column, row] = [cell % 8, Math.floor(cell / 8)];
      const ring = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        corner(column, row),
      ];
      return {
        code: `${column < 4 ? "E" : "S"}${String(cell).padStart(8, "0")}`,
        polygons: [[Float64Array.from(ring.flat())]],
      };
    });
  });

const sides = (from: number) =>
  fc
    .array(fc.integer({ min: 500, max: 30_000 }), { minLength: 3, maxLength: 6 })
    .map((widths) => widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, from)))
    .map((all) => [...all, from + 200_000]);
const anyEdges = fc.record({
  xs: sides(-3.1 * LINE_STEPS),
  ys: sides(53.9 * LINE_STEPS),
  x: fc.constant(240),
  y: fc.constant(170),
});

describe("lines in squares", () => {
  it("are those of the outlines, each once; they and the land go on in the next square from the very same points", () => {
    fc.assert(
      fc.property(country, anyEdges, (areas, edges) => {
        const file = encodeOutlines(areas);
        const councils = encodeOutlines(areas.filter((_, cell) => cell % 3 > 0));
        const squares = buildLines({ constituency: file, council: councils, "health-body": file }, edges);
        const whole = buildLines(
          { constituency: file, council: councils, "health-body": file },
          { xs: [-3.2 * LINE_STEPS, 0], ys: [53 * LINE_STEPS, 60 * LINE_STEPS], x: 240, y: 170 },
        );
        for (const layer of ["coast", "nation", "constituency", "council", "health"] as const) {
          const found = stretches(squares.values(), layer);
          expect(new Set(found).size).toBe(found.length);
          // Where a line was cut, and nowhere else, an end is on a side; every end on a side has another.
          const ends = [...squares.values()].flatMap((square) =>
            linesOf(square, layer).flatMap((line) => [steps(line[0] ?? []), steps(line.at(-1) ?? [])]),
          );
          const wholeEnds = new Set(
            [...whole.values()].flatMap((square) => linesOf(square, layer).flat().map(steps)),
          );
          const counted = new Map<string, number>();
          for (const end of ends) counted.set(end, (counted.get(end) ?? 0) + 1);
          for (const [end, times] of counted) if (!wholeEnds.has(end)) expect(times % 2, end).toBe(0);
          // Every point of the outlines is there.
          const points = new Set(found.flatMap((stretch) => stretch.split(" to ")));
          for (const point of wholeEnds) expect(points.has(point), point).toBe(true);
        }
        const areaOf = (of: ReadonlyMap<string, Topology>) =>
          [...of.values()].flatMap(landOf).reduce((sum, [outer = []]) => sum + Math.abs(ringArea(outer)), 0);
        expect(areaOf(squares) / areaOf(whole)).toBeCloseTo(1, 4);
      }),
      { numRuns: 25 },
    );
  });

  it("say between which nations a line is", () => {
    const areas = ["E1", "W1", "E2"].map((code, at) => ({
      code,
      polygons: [
        [
          Float64Array.from(
            [at, 0, at + 1, 0, at + 1, 1, at, 1, at, 0].map((n, i) => n / 10 + (i % 2 ? 54 : -3)),
          ),
        ],
      ],
    }));
    const file = encodeOutlines([areas[0], areas[2], areas[1]].flatMap((area) => area ?? []));
    const squares = buildLines(
      { constituency: file, council: file, "health-body": file },
      groundEdges(LINE_STEPS),
    );
    expect(stretches(squares.values(), "nation").length).toBe(stretches(squares.values(), "council").length);
  });
});

describe("the squares of the clone", () => {
  const { squares } = lineSquares();
  const read = (key: string): Topology =>
    JSON.parse(brotliDecompressSync(squares.get(key) ?? Buffer.alloc(0)).toString("utf8"));

  it("are made of its outlines (else: npm run ingest -- lines)", () => {
    const { madeOf } = unpackSquares<"outlines">(readReferenceFile(LINES_FILE));
    expect(madeOf.outlines).toBe(outlinesDigest());
    expect(squares.size).toBeGreaterThan(200);
  });

  it("have every point of the constituencies around Carlisle, and no other but on their sides", () => {
    const tile = groundTileAt(-2.9333, 54.8925);
    const box = groundBox(tile);
    const [west, south, east, north] = box.map((degrees) => Math.round(degrees * LINE_STEPS));
    const square = read(`${tile.x}-${tile.y}`);
    const drawn = new Set(
      [...linesOf(square, "coast"), ...linesOf(square, "constituency")].flat().map(steps),
    );
    const shipped = new Set<string>();
    for (const { rings } of areaIndex("constituency").touching(box))
      for (const ring of rings)
        for (let i = 0; i < ring.length; i += 2)
          shipped.add(steps([ring[i] as number, ring[i + 1] as number]));
    const isInside = (point: string) => {
      const [x = 0, y = 0] = point.split(" ").map(Number);
      return x > (west ?? 0) && x < (east ?? 0) && y > (south ?? 0) && y < (north ?? 0);
    };
    const inside = [...shipped].filter(isInside);
    expect(inside.length).toBeGreaterThan(500);
    expect(inside.filter((point) => !drawn.has(point))).toEqual([]);
    expect([...drawn].filter((point) => isInside(point) && !shipped.has(point))).toEqual([]);
  });

  it("meet: where a line leaves one on its eastern side, the next has it", () => {
    const onSide = (x: number, y: number, side: 0 | 2) => {
      const at = Math.round((groundBox({ x, y })[side] ?? 0) * LINE_STEPS);
      return (["coast", "constituency", "council", "health"] as const).flatMap((layer) =>
        linesOf(read(`${x}-${y}`), layer)
          .flatMap((line) => [steps(line[0] ?? []), steps(line.at(-1) ?? [])])
          .filter((end) => end.startsWith(`${at} `))
          .map((end) => `${layer} ${end}`),
      );
    };
    for (const [x, y] of [
      [255, 170],
      [251, 162],
      [253, 166],
    ] as const) {
      const leaving = onSide(x, y, 2);
      expect(leaving.length).toBeGreaterThan(0);
      expect(onSide(x + 1, y, 0).sort()).toEqual(leaving.sort());
    }
  });
});
