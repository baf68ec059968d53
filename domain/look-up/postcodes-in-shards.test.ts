import { expect, it } from "vitest";
import type { PostcodeShard, ShardArea, ShardIndex } from "@/domain/postcodes/shard";
import { SHARD_FORMAT } from "@/domain/postcodes/shard";
import type { Load } from "./load-checked";
import { lookUp } from "./look-up";
import { postcodesInShards } from "./postcodes-in-shards";

const find = (typed: string, load: Load) => lookUp(typed, postcodesInShards(load));

const seat = (slug: string): ShardArea => ({
  kind: "constituency",
  code: slug,
  slug,
  nameEn: slug,
  nameCy: null,
});

/**
 * CA2 0AA in the first seat, 0AB near the second, 0AD without a position; of 0AE and 0AF only the neighbourhood is known,
 * and 0AF is near the second.
 */
const shard: PostcodeShard = {
  format: SHARD_FORMAT,
  outcode: "CA2",
  grid: { west: 0, south: 50, lon: 1, lat: 1 },
  areas: { constituency: [seat("carlisle"), seat("penrith")], council: [], healthBody: [] },
  precisions: ["100m", "none", "small-area"],
  inward: [0, 0, 0, 0, 0],
  constituency: [1, 1, 0, 1, 1],
  council: [0, 0, 0, 0, 0],
  healthBody: [0, 0, 0, 0, 0],
  column: [0, 0, -1, 0, 0],
  row: [0, 0, 0, 0, 0],
  precision: [0, 0, 1, 2, 2],
  near: [0, 2, 0, 0, 2],
};
/** CA2 0AG ended in June 2019; of CA5 nothing is live. */
const withEnded = { ...shard, ended: { inward: [5, 1], month: [24_233, 24_240] } };
const onlyEnded = {
  ...shard,
  outcode: "CA5",
  inward: [],
  ended: { inward: [0], month: [23_999] },
};
const index = (hash: string): ShardIndex => ({
  format: SHARD_FORMAT,
  hash,
  outcodes: "CA1 CA2 CA28 W10 W2 WC1A WC1B",
});

const NEAREST = ["CA2 0AA", "CA2 0AB", "CA2 0AD", "CA2 0AE", "CA2 0AF"];

/** The middle of the shard's only cell; areas by their slugs. */
const unit = (
  constituency: string,
  precision: "100m" | "small-area" = "100m",
  near: string | null = null,
) => ({
  kind: "unit",
  unit: {
    outcode: "CA2",
    lon: 0.5,
    lat: 50.5,
    precision,
    council: null,
    healthBody: null,
    constituency: seat(constituency),
    near: near === null ? null : seat(near),
  },
});

/** A server that has these files, and remembers what it was asked for. */
function serverWith(files: Record<string, unknown>) {
  const asked: string[] = [];
  const load = async (path: string, fresh: boolean) => {
    asked.push(fresh ? `${path} fresh` : path);
    const file = files[fresh ? `${path} fresh` : path];
    if (file === undefined) throw new Error("404");
    return file;
  };
  return { asked, load };
}
const usual = () => serverWith({ "/postcodes/index.json": index("a"), "/postcodes/a/CA2.json": shard });

it.each([
  ["ca2 0aa", unit("carlisle")],
  ["CA2 0AB", unit("carlisle", "100m", "penrith")],
  ["CA2 0AD", { kind: "problem", near: "CA2", problem: "no-position" }],
  ["CA2 0AE", unit("carlisle", "small-area")],
  ["CA2 0AF", unit("carlisle", "small-area", "penrith")],
  ["CA2 0AG", { kind: "problem", near: "CA2", problem: "unknown", nearest: NEAREST }],
  ["CA99 0AA", { kind: "problem", near: "CA99", problem: "unknown", nearest: [] }],
  ["CA2", { kind: "page", path: "/look-up?problem=partial&near=CA2" }],
  ["CA2 0", { kind: "page", path: "/look-up?problem=partial&near=CA2#sector-0" }],
  ["CA20", { kind: "page", path: "/look-up?problem=partial&near=CA2#sector-0" }],
  ["CA2 7", { kind: "problem", near: null, problem: "unknown" }],
  ["CA27", { kind: "problem", near: null, problem: "unknown" }],
  ["CA28", { kind: "page", path: "/look-up?problem=partial&near=CA28" }],
  ["wc1", { kind: "page", path: "/look-up?problem=partial&near=WC1" }],
  ["WC1 9", { kind: "problem", near: null, problem: "unknown" }],
  ["W1", { kind: "problem", near: null, problem: "unknown" }],
  ["CA3", { kind: "problem", near: null, problem: "unknown" }],
  ["Carlisle", { kind: "name", query: "Carlisle" }],
  ["G4S", { kind: "name", query: "G4S" }],
  ["g4s", { kind: "name", query: "g4s" }],
  ["JE2 3AB", { kind: "problem", near: null, problem: "crown-dependency" }],
])("leads %j where it should", async (typed, expected) => {
  expect(await find(typed, usual().load)).toEqual(expected);
});

it.each([
  ["CA2 0AG", { kind: "problem", near: "CA2", problem: "ended", nearest: NEAREST, ended: "2019-06" }],
  ["CA5 0AA", { kind: "problem", near: "CA5", problem: "ended", nearest: [], ended: "1999-12" }],
  ["CA5 0AB", { kind: "problem", near: "CA5", problem: "unknown", nearest: [] }],
  ["CA5", { kind: "problem", near: null, problem: "unknown" }],
  ["ca2 0aa", unit("carlisle")],
])("says of %j when it ended, where that is known", async (typed, expected) => {
  const { load } = serverWith({
    "/postcodes/index.json": { ...index("a"), ended: "CA5" },
    "/postcodes/a/CA2.json": withEnded,
    "/postcodes/a/CA5.json": onlyEnded,
  });
  expect(await find(typed, load)).toEqual(expected);
});

it("asks the server for the outward code and no more", async () => {
  for (const typed of ["CA2 0AA", "CA2 0AE", "ca20ab, Carlisle", "CA2 0"]) {
    const { asked, load } = usual();
    await find(typed, load);
    for (const path of asked) expect(["/postcodes/index.json", "/postcodes/a/CA2.json"]).toContain(path);
  }
});

it("asks nothing for what needs no list", async () => {
  for (const typed of ["Carlisle", "JE2 3AB", "", "CA2 7HC"]) {
    const { asked, load } = usual();
    await find(typed, load);
    expect(asked).toEqual([]);
  }
});

it.each([
  ["the index", { "/postcodes/a/CA2.json": shard, "/postcodes/index.json fresh": index("a") }],
  [
    "a file of postcodes",
    {
      "/postcodes/index.json": index("a"),
      "/postcodes/index.json fresh": index("a"),
      "/postcodes/a/CA2.json": "<!doctype html>",
      "/postcodes/a/CA2.json fresh": shard,
    },
  ],
])("asks once more, past what is kept, for %s that did not come as it should", async (_, files) => {
  expect(await find("CA2 0AA", serverWith(files).load)).toEqual(unit("carlisle"));
});

it("reads the index again when the postcodes were renewed", async () => {
  const { asked, load } = serverWith({
    "/postcodes/index.json": index("a"),
    "/postcodes/index.json fresh": index("b"),
    "/postcodes/b/CA2.json": shard,
  });
  expect(await find("CA2 0AA", load)).toEqual(unit("carlisle"));
  expect(asked).toHaveLength(4);
});

it.each([
  ["no index", {}],
  ["no shard", { "/postcodes/index.json": index("a"), "/postcodes/index.json fresh": index("a") }],
  ["an index of another version", { "/postcodes/index.json": { ...index("a"), format: 0 } }],
  [
    "another shard",
    { "/postcodes/index.json": index("a"), "/postcodes/a/CA2.json": { ...shard, outcode: "CA1" } },
  ],
  ["a page in its place", { "/postcodes/index.json": "<!doctype html>" }],
  [
    "a shard without its columns",
    { "/postcodes/index.json": index("a"), "/postcodes/a/CA2.json": { ...shard, inward: undefined } },
  ],
])("says that the list did not come: %s", async (_, files) => {
  expect(await find("CA2 0AA", serverWith(files).load)).toEqual({ kind: "no-list" });
});
