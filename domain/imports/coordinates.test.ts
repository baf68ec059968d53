import { expect, test } from "vitest";
import { readCoordinates } from "./coordinates";

test.each([
  ["", "", { lat: null, lon: null }],
  ["54.8965", "-2.9578", { lat: 54.8965, lon: -2.9578 }],
  ["54,8965°", "-2,9578", { lat: 54.8965, lon: -2.9578 }],
  ["54.8965", "", { problem: "coordinates-one-only", detail: "" }],
  ["-2.9578", "54.8965", { problem: "coordinates-swapped", detail: "-2.9578, 54.8965" }],
  ["555123", "339456", { problem: "coordinates-grid", detail: "555123, 339456" }],
  ["40.7", "-74", { problem: "coordinates-outside", detail: "40.7, -74" }],
  ["54 53 47", "2 57 28", { problem: "coordinates-grid", detail: "54 53 47, 2 57 28" }],
  ["north", "west", { problem: "coordinates-unreadable", detail: "north, west" }],
])("%s, %s", (latitude, longitude, reading) => {
  expect(readCoordinates(latitude, longitude)).toEqual(reading);
});
