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
  ["49", "-9", { lat: 49, lon: -9 }],
  ["61.5", "3", { lat: 61.5, lon: 3 }],
  ["48.9", "-2", { problem: "coordinates-outside", detail: "48.9, -2" }],
  ["61.6", "-2", { problem: "coordinates-outside", detail: "61.6, -2" }],
  ["54.9", "-9.1", { problem: "coordinates-outside", detail: "54.9, -9.1" }],
  ["54.9", "3.1", { problem: "coordinates-outside", detail: "54.9, 3.1" }],
  ["", "-2.9", { problem: "coordinates-one-only", detail: "" }],
  ["−2.9", "54.9", { problem: "coordinates-swapped", detail: "−2.9, 54.9" }],
  ["180", "180", { problem: "coordinates-outside", detail: "180, 180" }],
  ["181", "0", { problem: "coordinates-grid", detail: "181, 0" }],
  ["0", "-181", { problem: "coordinates-grid", detail: "0, -181" }],
  ["54.9", "west", { problem: "coordinates-unreadable", detail: "54.9, west" }],
  ["north", "-2.9", { problem: "coordinates-unreadable", detail: "north, -2.9" }],
  ["about 54.9", "-2.9", { problem: "coordinates-unreadable", detail: "about 54.9, -2.9" }],
  ["54.9 N", "-2.9", { problem: "coordinates-unreadable", detail: "54.9 N, -2.9" }],
  ["x54,9", "-2.9", { problem: "coordinates-unreadable", detail: "x54,9, -2.9" }],
  ["54,9,1", "-2.9", { problem: "coordinates-unreadable", detail: "54,9,1, -2.9" }],
  ["12345678", "0", { problem: "coordinates-unreadable", detail: "12345678, 0" }],
  ["+54.9", "+0", { lat: 54.9, lon: 0 }],
  ["north", "west", { problem: "coordinates-unreadable", detail: "north, west" }],
])("%s, %s", (latitude, longitude, reading) => {
  expect(readCoordinates(latitude, longitude)).toEqual(reading);
});
