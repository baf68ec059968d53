import { expect, it } from "vitest";
import { entryPath } from "./entry-path";

it("gives every kind of entry its own folder, so that one slug can be two entries", () => {
  expect(entryPath("service", "carlisle")).toBe("/services/carlisle");
  expect(entryPath("place", "carlisle")).toBe("/places/carlisle");
  expect(entryPath("provider", "carlisle")).toBe("/providers/carlisle");
});
