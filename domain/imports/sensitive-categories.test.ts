import { expect, test } from "vitest";
import { readCategory } from "./closed-words";

test("usual words for such care are understood as it", () => {
  expect(
    ["SARC", "TOP", "Termination of pregnancy", "Women's refuge", "Domestic violence"].map(readCategory),
  ).toEqual(["sexual-assault", "abortion", "abortion", "domestic-abuse", "domestic-abuse"]);
});
