import { describe, expect, it } from "vitest";
import { AreaIndex } from "./area-index";
import { decodeOutlines, encodeOutlines } from "./outline-file";

const LEFT = { code: "LEFT", polygons: [[[0, 50, 0.1, 50, 0.1, 50.1, 0, 50.1, 0, 50]]] };
const RIGHT = { code: "RIGHT", polygons: [[[0.1, 50, 0.2, 50, 0.2, 50.1, 0.1, 50.1, 0.1, 50]]] };

describe("encodeOutlines", () => {
  it("gives the outlines back to a metre and stores the shared border once", () => {
    const file = encodeOutlines([LEFT, RIGHT]);
    const decoded = decodeOutlines(JSON.parse(JSON.stringify(file)));
    expect(file.arcs.length).toBe(3);
    expect(decoded.map(({ code }) => code)).toEqual(["LEFT", "RIGHT"]);
    const xs = Array.from(decoded[0]?.polygons[0]?.[0] ?? []).filter((_, i) => i % 2 === 0);
    expect(Math.max(...xs)).toBeCloseTo(0.1, 5);
  });
});

describe("AreaIndex", () => {
  const index = new AreaIndex([LEFT, RIGHT]);

  it("says which area a point is in", () => {
    expect(index.codeAt(0.05, 50.05)).toBe("LEFT");
    expect(index.codeAt(0.15, 50.05)).toBe("RIGHT");
    expect(index.codeAt(0.25, 50.05)).toBeNull();
  });

  it("gives a point just off the coast to the nearest area, with its distance, and none farther out", () => {
    expect(index.assign(0.05, 50.05)).toEqual({ code: "LEFT", offMetres: 0 });
    const off = index.assign(0.15, 50.105);
    expect(off?.code).toBe("RIGHT");
    expect(off?.offMetres).toBeCloseTo(556.6, 0);
    expect(index.assign(0.15, 50.12)).toBeNull();
  });

  it("names both areas near a border, nearest first", () => {
    expect(index.nearby(0.101, 50.05, 100).map(({ code }) => code)).toEqual(["LEFT", "RIGHT"]);
    expect(index.nearby(0.103, 50.05, 100)).toEqual([]);
  });
});
