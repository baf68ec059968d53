import { describe, expect, it } from "vitest";
import { distinctHandles, handleOf, isHandle, moderatorHandle } from "@/domain/reports/moderator-handle";

const ANNA = "6f1f9d3e-0000-4000-8000-00000000b3a1";
const BERT = "7a1f9d3e-0000-4000-8000-00000000b3a1";
const CARA = "7a1f9d3e-0000-4000-8000-000000001111";

describe("handles", () => {
  it("are four letters of an id, and none for a job of ours", () => {
    expect(moderatorHandle(ANNA)).toBe("b3a1");
    expect(handleOf(ANNA)).toBe("b3a1");
    expect(handleOf("expiry-of-holds")).toBeNull();
    expect(handleOf(null)).toBeNull();
  });

  it("tell two people apart who share one, the same way whatever the order", () => {
    const names = [...distinctHandles([BERT, CARA, ANNA])];
    expect(names).toEqual([
      ["b3a1", ANNA],
      ["1111", CARA],
      ["b3a1-2", BERT],
    ]);
    expect([...distinctHandles([ANNA, BERT, CARA])]).toEqual(names);
  });
});

describe("a handle in a form", () => {
  it("is four letters of an id, with a number where somebody shares it", () => {
    expect(["b3a1", "B3A1", "b3a1-2", "b3a1-9"].every(isHandle)).toBe(true);
    expect(["b3a", "b3a11", "xb3a1", "g3a1", "b3a1-1", "b3a1-10", "b3a1-x", ""].some(isHandle)).toBe(false);
  });
  it("goes on counting where three share one", () => {
    const third = "8a1f9d3e-0000-4000-8000-00000000b3a1";
    expect([...distinctHandles([ANNA, BERT, third]).keys()]).toEqual(["b3a1", "b3a1-2", "b3a1-3"]);
  });
  it("is none for what only holds an id", () => {
    expect([handleOf(`x${ANNA}`), handleOf(`${ANNA}x`), handleOf(undefined)]).toEqual([null, null, null]);
  });
});
