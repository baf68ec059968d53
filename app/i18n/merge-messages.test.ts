import { expect, it } from "vitest";
import { coversMessages, mergeMessages } from "./merge-messages";

const english = { skip: "Skip", nav: { home: "Home", areas: "Areas" } };

it("falls back per key, at every depth", () => {
  const welsh = { nav: { home: "Hafan" } };
  expect(mergeMessages(english, welsh)).toEqual({ skip: "Skip", nav: { home: "Hafan", areas: "Areas" } });
  expect(english.nav.home).toBe("Home");
});

it("knows whether a language is complete", () => {
  expect(coversMessages({}, english)).toBe(false);
  expect(coversMessages({ skip: "Neidio", nav: { home: "Hafan" } }, english)).toBe(false);
  expect(coversMessages({ skip: "", nav: { home: "Hafan", areas: "Ardaloedd" } }, english)).toBe(false);
  expect(coversMessages({ skip: "Neidio", nav: { home: "Hafan", areas: "Ardaloedd" } }, english)).toBe(true);
});
