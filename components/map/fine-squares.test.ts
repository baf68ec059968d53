import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { groundBox, groundTileAt } from "@/domain/map/ground-tile";
import { drawFine } from "./fine-squares";
import type { Bounds, MapHandle } from "./map-handle";

const SQUARE = {
  type: "Topology",
  objects: { coast: { type: "MultiLineString", arcs: [[0]] } },
  arcs: [
    [
      [0, 0],
      [1, 1],
    ],
  ],
};
const carlisle = groundTileAt(-2.9333, 54.8925);
const [west, south, east, north] = groundBox(carlisle);
/** Well within the square of Carlisle, and over its eastern side. */
const inside: Bounds = [west + 0.25, south + 0.15, west + 0.35, south + 0.2];
const overSide: Bounds = [east - 0.05, south + 0.15, east + 0.05, south + 0.2];

let hashes = 0;
let asked: string[];
let answer: () => Response;
beforeEach(() => {
  asked = [];
  answer = () => Response.json(SQUARE);
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(answer());
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A map of which only what is asked for here is there. */
function made(zoom: number, box: Bounds) {
  const at = { zoom, box };
  const still: (() => void)[] = [];
  const [moves, ends]: [(() => void)[], (() => void)[]] = [[], []];
  const handle: Partial<MapHandle> = {
    view: () => ({ zoom: at.zoom, lat: south, lon: west }),
    box: () => at.box,
    onMove: (listener) => void moves.push(listener),
    onMoveEnd: (listener) => void ends.push(listener),
    onceStill: (listener) => void still.push(listener),
  };
  const said: string[] = [];
  const twin = {
    draw: ({ features }: { features: unknown[] }) => void said.push(`${features.length} drawn`),
    show: (isFine: boolean) => void said.push(isFine ? "fine" : "coarse"),
    onMissing: () => void said.push("missing"),
  };
  return {
    said,
    start: () => drawFine(handle as MapHandle, `hash-${++hashes}`, twin),
    without: () => drawFine(handle as MapHandle, undefined, twin),
    move: (zoom: number, box: Bounds) => {
      Object.assign(at, { zoom, box });
      for (const listener of [...moves, ...ends]) listener();
    },
    settle: async () => {
      await vi.waitFor(() => expect(still.length).toBeGreaterThan(0));
      for (const listener of still.splice(0)) listener();
    },
  };
}

describe("fine lines", () => {
  it("are shown once every square in view is drawn, and hidden from afar and beside what is not there yet", async () => {
    const map = made(12, inside);
    map.start();
    await map.settle();
    expect(asked).toEqual([`/lines/hash-${hashes}/${carlisle.x}-${carlisle.y}.json`]);
    expect(map.said).toEqual(["1 drawn", "fine"]);
    map.move(9.9, inside);
    map.move(12, inside);
    expect(map.said.slice(2)).toEqual(["coarse", "fine"]);
    map.move(12, overSide);
    expect(map.said.slice(4)).toEqual(["coarse"]);
    await map.settle();
    expect(map.said.slice(5)).toEqual(["2 drawn", "fine"]);
    expect(asked).toHaveLength(2);
  });

  it("ask for nothing from afar, and for what lies just beside the view", async () => {
    const map = made(9.9, inside);
    map.start();
    await Promise.resolve();
    expect([asked, map.said]).toEqual([[], []]);
    const near: Bounds = [east - 0.21, north - 0.2, east - 0.01, north - 0.15];
    map.move(12, near);
    await map.settle();
    expect(asked).toHaveLength(2);
  });

  it("leave what is coarse where a square does not come, and where there are none", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    answer = () => new Response(null, { status: 404 });
    const map = made(12, inside);
    map.start();
    await vi.waitFor(() => expect(map.said).toContain("missing"));
    expect(map.said).toEqual(["missing"]);
    const none = made(12, inside);
    none.without();
    expect(none.said).toEqual(["missing"]);
  });
});
