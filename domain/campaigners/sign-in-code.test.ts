import { expect, it } from "vitest";
import { CODE_ALPHABET, groupCode, readCode } from "./sign-in-code";

it("has no characters that are mistaken for each other", () => {
  expect(CODE_ALPHABET).not.toMatch(/[01OIL5UA E]/);
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
});

it("shows a code in two groups and reads it back", () => {
  expect(groupCode("BCDFGHJK")).toBe("BCDF-GHJK");
  expect(readCode(groupCode("BCDFGHJK"))).toBe("BCDFGHJK");
});

it.each(["bcdfghjk", " BCDF GHJK ", "bcdf–ghjk", "B C D F G H J K"])("reads %j", (typed) => {
  expect(readCode(typed)).toBe("BCDFGHJK");
});

it.each(["", "BCDFGHJ", "BCDFGHJKM", "BCDFGHJ0", "BCDFGHJ' OR 1=1", null, 12345678, "B".repeat(200)])(
  "refuses %j",
  (typed) => {
    expect(readCode(typed)).toBeUndefined();
  },
);
