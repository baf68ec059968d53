import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEnded, EndedEncoder } from "@/db/reference/ended-postcodes";
import { entryAt, findInTable, outcodeRange } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { INWARD_COUNT, inwardText } from "@/domain/postcodes/inward";
import {
  endedInShard,
  findInShard,
  isShardOf,
  type PostcodeShard,
  postcodesOfShard,
} from "@/domain/postcodes/shard";
import { referenceAreas } from "@/server/reference/reference-areas";
import { buildShard } from "./build-shard";

/** A shard as a browser gets it: through JSON. */
function sent(outcode: string): PostcodeShard {
  const shard: unknown = JSON.parse(
    JSON.stringify(buildShard(postcodeTable(), referenceAreas().ofPostcodes, outcode, null)),
  );
  if (!isShardOf(shard, outcode)) throw new Error(`no shard of ${outcode}`);
  return shard;
}

function withCodes(found: ReturnType<typeof findInShard>) {
  if (found === null) return null;
  const { constituency, council, healthBody, near, ...rest } = found;
  return {
    ...rest,
    constituency: constituency?.code ?? null,
    council: council?.code ?? null,
    healthBody: healthBody?.code ?? null,
    near: near?.code ?? null,
  };
}

describe("a shard and the table it was made from", () => {
  const outcodes = postcodeTable().outcodes;

  it("know the same postcodes and say the same of each, for any outward code", () => {
    fc.assert(
      fc.property(fc.constantFrom(...outcodes), (outcode) => {
        const shard = sent(outcode);
        const [from, to] = outcodeRange(postcodeTable(), outcode) ?? [0, 0];
        const entries = Array.from({ length: to - from }, (_, i) =>
          entryAt(postcodeTable(), outcode, from + i),
        );
        expect(postcodesOfShard(shard)).toEqual(entries.map(({ postcode }) => postcode));
        expect(postcodesOfShard(shard).map((text) => withCodes(findInShard(shard, text.slice(-3))))).toEqual(
          entries,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("have none of the same inward codes", () => {
    const shard = sent("CA2");
    for (let number = 0; number < INWARD_COUNT; number++) {
      const inward = inwardText(number);
      expect(withCodes(findInShard(shard, inward))).toEqual(findInTable(postcodeTable(), "CA2", inward));
    }
    expect(findInShard(shard, "7HC")).toBeNull();
  });

  it("keep apart a postcode without a position", () => {
    expect(findInShard(sent("BT38"), "8GF")).toMatchObject({
      constituency: null,
      lon: null,
      lat: null,
      precision: "none",
    });
  });

  it("name the area, in Welsh too", () => {
    expect(findInShard(sent("CF14"), "4XW")?.constituency).toMatchObject({
      kind: "constituency",
      slug: "cardiff-north",
    });
  });
});

it("there is no shard of an outward code that no postcode has", () => {
  expect(buildShard(postcodeTable(), referenceAreas().ofPostcodes, "CA99", null)).toBeNull();
});

it("a postcode that ended is in the shard of its outward code, with its month", () => {
  const encoder = new EndedEncoder();
  encoder.add("CA2", "7ZZ", "2019-06");
  encoder.add("CA99", "1AA", "1985-12");
  encoder.add("CA99", "1AD", "2001-01");
  const ended = decodeEnded(encoder.finish());
  const made = (outcode: string) =>
    buildShard(postcodeTable(), referenceAreas().ofPostcodes, outcode, ended) as PostcodeShard;
  expect(endedInShard(made("CA2"), "7ZZ")).toBe("2019-06");
  expect(endedInShard(made("CA2"), "7HY")).toBeNull();
  expect(findInShard(made("CA2"), "7HY")?.constituency?.slug).toBe("carlisle");
  expect(made("CA99")).toMatchObject({ inward: [], ended: { inward: [400, 1] } });
  expect(made("CA3").ended).toBeUndefined();
});

it("a code that is in no list of areas stops the making of the shard", () => {
  expect(() => buildShard(postcodeTable(), new Map(), "CA2", null)).toThrow("the list of areas has not");
});

it("is small enough to fetch on a slow phone: 8 kB at the most", () => {
  const table = postcodeTable();
  const size = (i: number) => (table.starts[i + 1] ?? 0) - (table.starts[i] ?? 0);
  const largest = table.outcodes.map((_, i) => i).sort((a, b) => size(b) - size(a))[0] ?? 0;
  const bytes = brotliCompressSync(JSON.stringify(sent(table.outcodes[largest] ?? ""))).length;
  expect(bytes).toBeLessThan(8_000);
});
