import { expect, it } from "vitest";
import { changeOfLikely, type LikelyEntry } from "./likely-entries";

const entry = (isConfirmed: boolean) => ({ slug: "eye-care-at-mill", isConfirmed }) as LikelyEntry;

it("“It is this one” leads to the question, or to its answer where all that was said agrees", () => {
  expect(changeOfLikely(entry(false), "")).toBe("/reports/change?service=eye-care-at-mill");
  expect(changeOfLikely(entry(true), "")).toBe(
    "/reports/change?service=eye-care-at-mill&question=still-there",
  );
  expect(changeOfLikely(entry(true), "d1")).toBe(
    "/reports/change?service=eye-care-at-mill&question=still-there&draft=d1",
  );
});
