import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sayAfterRest } from "./say-after-rest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function made() {
  const said: string[] = [];
  let count = 0;
  const announcing = sayAfterRest(
    () => (count === 0 ? null : `${count} services in view`),
    (text) => said.push(text),
  );
  return { said, ...announcing, see: (next: number) => (count = next) };
}

it("a reader who moves on hears one number, that of where they come to rest", () => {
  const { said, moved, see } = made();
  for (let step = 1; step <= 20; step++) {
    see(step);
    moved();
    vi.advanceTimersByTime(300);
  }
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual(["20 services in view"]);
  // Nothing more is said until something moves again.
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(1);
});

it("says what is so when it is said, not what was so when it moved", () => {
  const { said, moved, see } = made();
  see(3);
  moved();
  vi.advanceTimersByTime(300);
  see(5);
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual(["5 services in view"]);
});

it("says nothing of a map that is gone, or that has nothing to say yet", () => {
  const { said, moved, stop, see } = made();
  moved();
  vi.advanceTimersByTime(1_000);
  see(3);
  moved();
  stop();
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual([]);
});
