import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACCOUNT_LIMITS, type AccountAction, secondsToWait } from "@/domain/campaigners/account-limits";

const NOW = new Date("2026-11-28T12:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const kinds = Object.keys(ACCOUNT_LIMITS) as AccountAction[];

describe("limits of an account", () => {
  it.each(kinds)("%s: the limit of a minute, then a wait until the first has left it", (kind) => {
    const { minute } = ACCOUNT_LIMITS[kind];
    const some = Array.from({ length: minute }, (_, index) => ago(50 - index / 10));
    expect(secondsToWait(kind, some.slice(1), NOW)).toBeNull();
    expect(secondsToWait(kind, some, NOW)).toBe(10);
  });

  it.each(kinds)("%s: the limit of a day", (kind) => {
    const { day } = ACCOUNT_LIMITS[kind];
    const some = Array.from({ length: day }, (_, index) => ago(80_000 - index * 10));
    expect(secondsToWait(kind, some.slice(1), NOW)).toBeNull();
    expect(secondsToWait(kind, some, NOW)).toBe(86_400 - 80_000);
  });

  it("is refused exactly where a minute or a day is full, and may go on after the wait", () => {
    const times = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(fc.constantFrom(...kinds), times, (kind, seconds) => {
        const before = seconds.map(ago);
        const { minute, day } = ACCOUNT_LIMITS[kind];
        const isFull = (now: Date, span: number, limit: number) =>
          before.filter((at) => at > new Date(now.getTime() - span)).length >= limit;
        const full = (now: Date) => isFull(now, 60_000, minute) || isFull(now, 86_400_000, day);
        const wait = secondsToWait(kind, before, NOW);
        expect(wait !== null).toBe(full(NOW));
        if (wait !== null) expect(full(new Date(NOW.getTime() + wait * 1000))).toBe(false);
      }),
    );
  });
});
