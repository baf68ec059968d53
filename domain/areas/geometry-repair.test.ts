import { describe, expect, it } from "vitest";
import { clipLine, clipRing } from "./geometry-clip";
import { conformBorders } from "./geometry-conform";
import { tidyRing } from "./geometry-tidy";

describe("tidyRing", () => {
  it("takes out repeated points and spikes, also where the ring closes", () => {
    expect(tidyRing([0, 0, 0, 0, 2, 0, 5, 5, 2, 0, 2, 2, 0, 0])).toEqual([0, 0, 2, 0, 2, 2, 0, 0]);
    expect(tidyRing([9, 9, 0, 0, 2, 0, 2, 2, 0, 0, 9, 9])).toEqual([0, 0, 2, 0, 2, 2, 0, 0]);
  });

  it("leaves nothing of a line there and back", () => {
    expect(tidyRing([0, 0, 1, 1, 2, 2, 1, 1, 0, 0])).toBeNull();
  });
});

describe("conformBorders", () => {
  it("adds the neighbour's point to a straight edge that passes it", () => {
    const left = [0, 0, 0.001, 0, 0.001, 0.001, 0, 0.001, 0, 0];
    const right = [0.001, 0, 0.002, 0, 0.002, 0.001, 0.001, 0.001, 0.00102, 0.0005, 0.001, 0];
    const [conformed] = conformBorders([[[left]], [[right]]]);
    expect(conformed?.[0]?.[0]).toEqual([0, 0, 0.001, 0, 0.00102, 0.0005, 0.001, 0.001, 0, 0.001, 0, 0]);
  });
});

describe("clipping", () => {
  it("keeps the part of a ring in the box", () => {
    expect(clipRing([-1, -1, 1, -1, 1, 1, -1, 1, -1, -1], [0, 0, 5, 5])).toEqual([
      0, 0, 1, 0, 1, 1, 0, 1, 0, 0,
    ]);
    expect(clipRing([7, 7, 8, 7, 8, 8, 7, 7], [0, 0, 5, 5])).toBeNull();
  });

  it("keeps the parts of a line in the box that are lines", () => {
    expect(clipLine([1, 1, 2, 2, 9, 9, 3, 3, 9, 9, 4, 4, 5, 5], [0, 0, 5, 5])).toEqual([
      [1, 1, 2, 2],
      [4, 4, 5, 5],
    ]);
  });
});
