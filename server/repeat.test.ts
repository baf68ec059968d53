import { expect, test, vi } from "vitest";
import { repeat } from "./repeat";

test("what is repeated runs one at a time, goes on after a failure, and is waited for when it is stopped", async () => {
  let [running, most, runs] = [0, 0, 0];
  let finish: () => void = () => undefined;
  const stop = repeat(
    async () => {
      runs += 1;
      running += 1;
      most = Math.max(most, running);
      if (runs > 2) await new Promise<void>((done) => (finish = done));
      running -= 1;
      if (runs === 1) throw new Error("the first run fails");
    },
    { everyMs: 2, firstMs: 0, fault: "A run of a test failed" },
  );
  await vi.waitFor(() => expect(runs).toBe(3));
  const stopped = stop();
  finish();
  await stopped;
  expect([running, most, runs]).toEqual([0, 1, 3]);
});
