import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedPoint, storedPoint } from "@/domain/reports/typed-point";

describe("coordinates as people give them", () => {
  it.each([
    ["50.3755, -4.1427", "50.3755, -4.1427"],
    ["50.3755 -4.1427", "50.3755, -4.1427"],
    ["50.3755N, 4.1427W", "50.3755, -4.1427"],
    ["50.3755° N 4.1427° W", "50.3755, -4.1427"],
    ["-4.1427, 50.3755", "50.3755, -4.1427"],
    ["(50.3755,−4.1427)", "50.3755, -4.1427"],
    ["lat: 50.3755, lon: -4.1427", "50.3755, -4.1427"],
    ["50.37551234567, -4.14270123", "50.37551, -4.14270"],
    ["https://www.google.com/maps/@50.3755,-4.1427,17z", "50.3755, -4.1427"],
    ["https://www.openstreetmap.org/#map=17/50.3755/-4.1427", "50.3755, -4.1427"],
    ["60.1546, -1.1494", "60.1546, -1.1494"],
    ["54.5973, -5.9301", "54.5973, -5.9301"],
    ["54.9966, -7.3086", "54.9966, -7.3086"],
    ["49.9140, -6.3155", "49.9140, -6.3155"],
  ])("%s is read", (typed, text) => expect(readTypedPoint(typed)).toMatchObject({ ok: true, text }));

  it.each([
    ["nothing", "", "point-shape"],
    ["one number", "50.3755", "point-shape"],
    ["three", "50.3755, -4.1427, 12.5", "point-shape"],
    ["a town", "Plymouth", "point-shape"],
    ["a postcode", "PL1 2AB", "point-shape"],
    ["minutes and seconds", `50°22'31.8"N 4°08'33.7"W`, "point-shape"],
    ["a number that is no degree", "150.3755, -4.1427", "point-shape"],
    ["New York", "40.7128, -74.0060", "point-outside"],
    ["Dublin", "53.3498, -6.2603", "point-outside"],
    ["the Isle of Man", "54.1523, -4.4861", "point-outside"],
    ["Calais", "50.9513, 1.8587", "point-outside"],
    ["Jersey", "49.2144, -2.1313", "point-outside"],
    ["a point without figures", "50, -4", "point-rough"],
    ["one figure alone", "50.3755, -4.1", "point-rough"],
  ])("%s is refused in a sentence of its own", (_, typed, problem) =>
    expect(readTypedPoint(typed)).toEqual({ ok: false, problem }),
  );

  it("are approximate where they are known to a kilometre only", () => {
    expect(storedPoint("50.3755, -4.1427")).toEqual({ lat: 50.3755, lon: -4.1427, isApproximate: false });
    expect(storedPoint("50.38, -4.1427")).toMatchObject({ isApproximate: true });
    expect(storedPoint("")).toBeNull();
    expect(storedPoint(undefined)).toBeNull();
  });

  it("stay as they were stored, however often they are read", () => {
    const degree = (min: number, max: number) =>
      fc.integer({ min: min * 1e5, max: max * 1e5 }).map((value) => (value / 1e5).toFixed(5));
    fc.assert(
      fc.property(degree(52, 53), degree(-2, 0), (lat, lon) => {
        const read = readTypedPoint(`${lon} ${lat}`);
        expect(read).toMatchObject({ ok: true, text: `${lat}, ${lon}` });
        expect(read.ok && readTypedPoint(read.text)).toEqual(read);
      }),
    );
  });

  it("refuse any text without falling over", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readTypedPoint(text).ok === "boolean"));
  });
});
