import { expect, it } from "vitest";
import { z } from "zod";
import { itemShape, renameInside } from "@/domain/imports/stored-item";

const before = itemShape({ shape: "clinic", version: 1, schema: z.object({ name: z.string() }) });
const now = itemShape({
  shape: "clinic",
  version: 3,
  schema: z.object({ name: z.string(), beds: z.number() }),
  lifts: {
    1: (value) => ({ ...(value as object), beds: "7" }),
    2: (value) => ({ ...(value as object), beds: Number((value as { beds: string }).beds) }),
  },
});

it("what was written is read again", () => {
  const stored = now.write({ name: "Blue Clinic", beds: 3 });
  expect(stored).toEqual({ shape: "clinic", version: 3, value: { name: "Blue Clinic", beds: 3 } });
  expect(now.read(JSON.parse(JSON.stringify(stored)))).toEqual({ name: "Blue Clinic", beds: 3 });
});

it("an item of an earlier version is lifted, version by version", () => {
  expect(now.read(before.write({ name: "Blue Clinic" }))).toEqual({ name: "Blue Clinic", beds: 7 });
});

it.each([
  ["another shape", { shape: "cells", version: 3, value: ["Blue Clinic"] }, 'is "cells", not "clinic"'],
  ["a later version", { shape: "clinic", version: 4, value: {} }, "nothing reads version 4"],
  ["a version nobody lifts", { shape: "clinic", version: 0, value: {} }, "nothing reads version 0"],
  ["what does not fit", { shape: "clinic", version: 3, value: { name: 1 } }, "expected string"],
])("%s is not read as something else", (_, stored, message) => {
  expect(() => now.read(stored)).toThrow(message);
});

it("a lift can rename fields of one part, and leaves all else as it was", () => {
  const lift = (value: unknown) => renameInside(value, "filed", { board: "healthBody" });
  expect(lift({ filed: { code: "ZZ1", board: "E1" }, answer: { board: "x" } })).toEqual({
    filed: { code: "ZZ1", healthBody: "E1" },
    answer: { board: "x" },
  });
  for (const other of [{ delisted: { code: "ZZ1" } }, { filed: null }, ["filed"], "filed", null])
    expect(lift(other)).toEqual(other);
});
