import { expect, it } from "vitest";
import { NATIONS } from "./area";
import { COMPLAINT_PAGES } from "./complaints";
import { hasRegister } from "./coverage";

it("has registers for England alone so far", () => {
  expect(NATIONS.filter(hasRegister)).toEqual(["england"]);
});

it("knows a secure page about complaints for every nation", () => {
  for (const nation of NATIONS) expect(new URL(COMPLAINT_PAGES[nation]).protocol).toBe("https:");
});
