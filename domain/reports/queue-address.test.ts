import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import {
  COMPLAINT_GROUPINGS,
  QUEUE_AGES,
  QUEUE_GROUPINGS,
  QUEUE_HOLDERS,
  readQueueAddress,
  WHOLE_QUEUE,
  writeQueueAddress,
} from "@/domain/reports/queue-address";
import { QUEUE_LANES } from "@/domain/reports/queue-lane";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { readView } from "./queue-view";

const read = (address: string) => {
  const query = new URLSearchParams(address);
  return readQueueAddress((name) => query.get(name));
};
const orNot = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const text = fc.string().map((typed) => readQueueAddress((name) => (name === "q" ? typed : null)).q);
const address = fc.record({
  lane: orNot(fc.constantFrom(...QUEUE_LANES)),
  q: text,
  area: text,
  kind: orNot(fc.constantFrom(...SERVICE_CATEGORIES)),
  problem: orNot(fc.constantFrom(...COMPLAINT_KINDS)),
  age: orNot(fc.constantFrom(...QUEUE_AGES)),
  who: orNot(fc.constantFrom(...QUEUE_HOLDERS)),
  town: text,
  source: text,
  batch: orNot(fc.uuid()),
  like: orNot(fc.uuid()),
  group: orNot(fc.constantFrom(...QUEUE_GROUPINGS, ...COMPLAINT_GROUPINGS)),
  after: orNot(fc.uuid()),
});

describe("the address of a view of the queue", () => {
  it("says what it was written from, and has one way to say it", () => {
    fc.assert(
      fc.property(address, (view) => {
        const written = writeQueueAddress(view);
        expect(read(written)).toEqual(view);
        expect(writeQueueAddress(read(written))).toBe(written);
      }),
    );
  });

  it("asks for nothing where it cannot be read", () => {
    fc.assert(
      fc.property(fc.string(), (anything) => {
        expect(() => read(anything)).not.toThrow();
      }),
    );
    expect(
      read("?lane=everything&kind=luck&problem=luck&age=3&who=me&batch=1&like=x&group=luck&after=0&q=%20"),
    ).toEqual(WHOLE_QUEUE);
  });
});

test("a view that is kept has no page of it, and only what can be read", () => {
  const id = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";
  expect(readView(`?age=6&lane=new&group=town&after=${id}&evil=1`)).toBe("?lane=new&age=6");
  expect(readView("//elsewhere.example")).toBe("");
});
