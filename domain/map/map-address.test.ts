import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AREA_KINDS } from "@/domain/areas/area";
import { COUNTED_KINDS } from "@/domain/providers/legal-form";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import {
  changeMapAddress,
  changePageAddress,
  type MapAddress,
  OUTLINES,
  readMapAddress,
  writeMapAddress,
} from "./map-address";
import { PIN_STATUSES } from "./pin";

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
// Units of UTF-16, so that letters of two units come whole, halved and cut.
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom("\ud83d", "\udc41", "\ud83d\udc41", " ", "&", "%"),
);
const anyText = fc.array(unit, { maxLength: 12 }).map((units) => units.join(""));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const address: fc.Arbitrary<MapAddress> = fc.record({
  at: orNull(
    fc.record({
      zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
      lat: fc.integer({ min: -850_000, max: 850_000 }).map((n) => n / 10_000),
      lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 10_000),
    }),
  ),
  service: orNull(slug),
  care: fc.subarray([...SERVICE_CATEGORIES]),
  provider: orNull(slug),
  type: fc.subarray([...COUNTED_KINDS]),
  pays: orNull(slug),
  area: orNull(fc.record({ kind: fc.constantFrom(...AREA_KINDS), slug })),
  where: orNull(fc.constantFrom("Ynys Môn", "St Helens", "a&b")),
  status: fc.subarray([...PIN_STATUSES]),
  since: orNull(fc.constantFrom("2025-04", "1999-12")),
  exact: orNull(fc.constantFrom("yes" as const, "no" as const)),
  q: orNull(fc.constantFrom("eye clinic", "St John's & Mary", "a=b&c", "Ysbyty Gwynedd?", "100 %", "a,b")),
  sort: fc.constantFrom("near" as const, "name" as const, "confirmed" as const),
  page: fc.integer({ min: 1, max: 400 }),
  view: fc.constantFrom("map" as const, "list" as const),
  outlines: orNull(fc.constantFrom(...OUTLINES)),
});

describe("an address of the map", () => {
  it("says every view, and the same view in one spelling", () => {
    fc.assert(
      fc.property(address, (view) => {
        const query = writeMapAddress(view);
        expect(readMapAddress(query)).toEqual(view);
        expect(writeMapAddress(readMapAddress(query))).toBe(query);
      }),
    );
  });

  it("searches for any text in one spelling, whatever halves of letters are in it or cutting leaves", () => {
    const q = fc.tuple(fc.nat({ max: 101 }), anyText).map(([before, rest]) => "a".repeat(before) + rest);
    fc.assert(
      fc.property(q, (typed) => {
        const written = writeMapAddress({ q: typed });
        const read = readMapAddress(written);
        expect((read.q ?? "").length).toBeLessThanOrEqual(100);
        expect(writeMapAddress(read)).toBe(written);
      }),
    );
    const across = `${"a".repeat(99)}👁️`;
    expect(writeMapAddress(readMapAddress(`?q=${encodeURIComponent(across)}`))).toBe(`?q=${"a".repeat(99)}`);
    expect(writeMapAddress({ q: "eye\ud83d" })).toBe("?q=eye");
  });

  it("of the usual view is empty", () => expect(writeMapAddress(readMapAddress(""))).toBe(""));

  it("never fails, and takes what it cannot read for absent", () => {
    const usual = readMapAddress("");
    fc.assert(
      fc.property(anyText, fc.string(), (search, hash) => {
        const read = readMapAddress(search, hash);
        expect(readMapAddress(writeMapAddress(read))).toEqual(read);
      }),
    );
    for (const query of [
      "?at=99/54/-2",
      "?at=11/54",
      "?at=11/86/0",
      "?service=../x",
      "?care=spells",
      "?area=planet/earth",
      "?area=icb/a/b",
      "?since=2025-13",
      "?since=1066-10",
      "?page=0",
      "?page=-1",
      "?page=9e9",
      "?exact=maybe",
      "?sort=price",
      "?provider=A",
      "?q=%20",
      "?unknown=1",
    ])
      expect({ query, read: readMapAddress(query) }).toEqual({ query, read: usual });
  });

  it.each([
    ["", "#map=10.5/54.9/-2.93", { at: { zoom: 10.5, lat: 54.9, lon: -2.93 } }],
    ["?service=a-b", "#map=10/54.9/-2.93", { service: "a-b", at: { zoom: 10, lat: 54.9, lon: -2.93 } }],
    ["?at=9/50/0", "#map=10/54.9/-2.93", { at: { zoom: 9, lat: 50, lon: 0 } }],
    ["?category=eye-care", "", { care: ["eye-care"] }],
    ["?category=eye-care&care=hearing", "", { care: ["hearing"] }],
    ["?kind=charity", "", { type: ["charity"] }],
    // A form without scripts repeats a name and sends empty boxes.
    ["?care=hearing&care=eye-care&q=&provider=", "", { care: ["eye-care", "hearing"] }],
    // Of what has one value, the last counts.
    ["?provider=a&provider=b", "", { provider: "b" }],
    ["?q=a&q=b&q=", "", { q: "b" }],
    ["?area=icb/a&area=icb/b&page=2&page=3", "", { area: { kind: "icb", slug: "b" }, page: 3 }],
    ["?category=hearing&category=eye-care", "", { care: ["eye-care", "hearing"] }],
    ["?outlines=icb", "", { outlines: "health" }],
    ["?outlines=hsc-trust", "", { outlines: "health" }],
    ["?outlines=region", "", { outlines: null }],
  ] as [string, string, Partial<MapAddress>][])(
    "an older link %s%s leads where it led",
    (search, hash, expected) => {
      expect(readMapAddress(search, hash)).toEqual({ ...readMapAddress(""), ...expected });
    },
  );
});

it("another choice of what is shown begins at the first page", () => {
  const third = readMapAddress("?page=3&care=eye-care");
  expect(changeMapAddress(third, { at: { zoom: 1, lat: 2, lon: 3 } }).page).toBe(3);
  expect(changeMapAddress(third, { care: [] })).toMatchObject({ page: 1, care: [] });
  expect(changeMapAddress(third, { sort: "name" }).page).toBe(1);
  expect(changeMapAddress(third, { page: 4 }).page).toBe(4);
  // A typed name that was not understood is left behind, but not by looking elsewhere.
  const typed = readMapAddress("?where=Luton&page=2");
  expect(changeMapAddress(typed, { at: { zoom: 1, lat: 2, lon: 3 } }).where).toBe("Luton");
  expect(writeMapAddress(changeMapAddress(typed, { area: { kind: "council", slug: "luton" } }))).toBe(
    "?area=council/luton",
  );
});

describe("the address of a page with a map of its own", () => {
  const parts = (path: string) => new URL(path, "https://map.example");

  it("says where the reader looks and which card is open, as the map's own address does, and is stable from then on", () => {
    fc.assert(
      fc.property(address, ({ at, service }) => {
        const once = changePageAddress(parts("/areas"), { at, service });
        expect(once).toBe(`/areas${writeMapAddress({ at, service })}`);
        expect(changePageAddress(parts(once), {})).toBe(once);
      }),
    );
  });

  it("leaves other parameters and fragments alone, and writes an old link in the spelling of today", () => {
    expect(changePageAddress(parts("/cy/areas?from=mail&service=old#list"), { service: "new" })).toBe(
      "/cy/areas?from=mail&service=new#list",
    );
    expect(changePageAddress(parts("/?service=old"), { service: null })).toBe("/");
    expect(changePageAddress(parts("/#map=9.5/54.89/-2.95"), { service: "new" })).toBe(
      "/?at=9.5/54.89/-2.95&service=new",
    );
  });
});
