import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteReader, ByteWriter } from "./byte-streams";
import { RecencyList } from "./recency-list";

describe("byte streams", () => {
  it("read back every number written", () => {
    const number = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    const signed = fc.integer({ min: -(2 ** 29), max: 2 ** 29 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, signed)), (pairs) => {
        const writer = new ByteWriter();
        for (const [a, b] of pairs) {
          writer.number(a);
          writer.signed(b);
        }
        const reader = new ByteReader(writer.finish());
        expect(pairs.map(() => [reader.number(), reader.signed()])).toEqual(pairs);
      }),
    );
  });

  it("say so when they are cut short", () => {
    expect(() => new ByteReader(new Uint8Array([200])).number()).toThrow(RangeError);
    expect(() => new ByteReader(new Uint8Array([1])).take(2)).toThrow(RangeError);
  });
});

describe("RecencyList", () => {
  it("gives every value back in every context", () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const [there, back] = [new RecencyList(), new RecencyList()];
        const codes = steps.map(([context, value]) => there.encode(context, value));
        expect(steps.map(([context], i) => back.decode(context, codes[i] ?? -1))).toEqual(
          steps.map(([, v]) => v),
        );
      }),
    );
  });
});
