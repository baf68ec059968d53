import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { progress } from "./progress";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function readRows(next: () => number, rows: number): void {
  for (let row = 0; row < rows; row++) next();
}

it("says the rows, the rate and the time left, at every quarter of a million rows", () => {
  const said: string[] = [];
  const next = progress(
    (line) => said.push(line),
    (rows) => rows / 1_000_000,
  );
  readRows(next, 249_999);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(5_000);
  expect(next()).toBe(250_000);
  expect(said).toEqual(["250000 read, 50000 a second, about 15 s left"]);
  vi.advanceTimersByTime(15_000); // slower now: 500,000 in 20 seconds
  readRows(next, 250_000);
  expect(said[1]).toBe("500000 read, 25000 a second, about 20 s left");
});

it("has no time left below none, where a file has more rows than was thought", () => {
  const said: string[] = [];
  const next = progress(
    (line) => said.push(line),
    () => 1.2,
  );
  vi.advanceTimersByTime(10_000);
  readRows(next, 250_000);
  expect(said).toEqual(["250000 read, 25000 a second, about 0 s left"]);
});
