import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tilesAnswer } from "./tiles-answer";

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nhs-map-tiles-"));
  path = join(folder, "ground.pmtiles");
  writeFileSync(
    path,
    Uint8Array.from({ length: 100 }, (_, index) => index),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

it("sends the piece that is asked for, and says which it is", async () => {
  const answer = await tilesAnswer(path, "bytes=10-19");
  expect(answer.status).toBe(206);
  expect(answer.headers.get("content-range")).toBe("bytes 10-19/100");
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
});

it("ends where the file ends, as the first question of a reader is longer than a small archive", async () => {
  const answer = await tilesAnswer(path, "bytes=0-16383");
  expect(answer.headers.get("content-range")).toBe("bytes 0-99/100");
});

it.each([null, "bytes=0-", "bytes=-5", "bytes=200-300", "bytes=9-3", "bytes=0-1,5-6", "bytes=0-99999999"])(
  "sends nothing for %s: a whole archive can be a hundred gigabytes",
  async (range) => {
    const answer = await tilesAnswer(path, range);
    if (range !== "bytes=0-99999999") expect(answer.status).toBe(416);
    expect((await answer.arrayBuffer()).byteLength).toBeLessThanOrEqual(100);
  },
);

it("is not there where none is set", async () => {
  expect((await tilesAnswer(null, "bytes=0-1")).status).toBe(404);
});
