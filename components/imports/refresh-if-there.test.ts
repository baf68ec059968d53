import { afterEach, expect, test, vi } from "vitest";
import { refreshIfThere } from "./refresh-if-there";

afterEach(() => vi.unstubAllGlobals());

test.each<[string, () => Promise<Response>, number]>([
  ["there", async () => new Response(null), 1],
  ["without its database", async () => new Response(null, { status: 503 }), 0],
  ["out of reach", async () => Promise.reject(new TypeError("Failed to fetch")), 0],
])("a server that is %s", async (_how, answer, times) => {
  vi.stubGlobal("fetch", answer);
  const refresh = vi.fn();
  await refreshIfThere(refresh, 100);
  expect(refresh).toHaveBeenCalledTimes(times);
});
