import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { memoryFlags } from "./memory-flags.mjs";

it("the server's heap has a bound, which HEAP_MEGABYTES sets, and nothing smaller than it can start with", () => {
  expect(memoryFlags({}).flags).toContain("--max-old-space-size=1024");
  expect(memoryFlags({ HEAP_MEGABYTES: "400" }).flags).toContain("--max-old-space-size=400");
  for (const wrong of ["64", "lots", "", "-1"])
    expect(memoryFlags({ HEAP_MEGABYTES: wrong }).flags).toContain("--max-old-space-size=1024");
});

it("this Node knows every flag and keeps to the bound", () => {
  const limit = "console.log(Math.round(require('v8').getHeapStatistics().heap_size_limit / 1048576))";
  const { flags } = memoryFlags({ HEAP_MEGABYTES: "300" });
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--eval", limit], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(Number(stdout)).toBeLessThan(340);
});
