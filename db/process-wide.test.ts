import { expect, it } from "vitest";
import { processWide } from "./process-wide";

it("makes a value once for each key, nothing and null included", () => {
  let made = 0;
  const make = () => {
    made += 1;
    return null;
  };
  expect([processWide("test.one", make), processWide("test.one", make)]).toEqual([null, null]);
  expect(made).toBe(1);
  expect(processWide("test.two", () => ({}))).toBe(processWide("test.two", () => ({})));
});

it("is one value for every copy of the module", async () => {
  const value = processWide("test.copies", () => ({}));
  // A query makes another copy, as a second bundle would be.
  const query = "?copy";
  const copy: typeof import("./process-wide") = await import(/* @vite-ignore */ `./process-wide${query}`);
  expect(copy.processWide).not.toBe(processWide);
  expect(copy.processWide("test.copies", () => ({}))).toBe(value);
});
