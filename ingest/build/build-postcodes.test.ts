import { describe, expect, it } from "vitest";
import { AreaIndex } from "@/db/reference/area-index";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { PostcodeEncoder } from "@/db/reference/postcode-encode";
import { buildOverlaps } from "./build-overlaps";
import { fromCodePoint, fromDirectory, fromNorthernIreland } from "./build-postcodes";
import { matchHealthBodyCodes } from "./match-health-body-codes";

const box = (code: string, west: number) =>
  new AreaIndex([{ code, polygons: [[[west, 50, west + 0.1, 50, west + 0.1, 50.1, west, 50.1, west, 50]]] }]);
const indexes = { constituency: box("CON", 0), council: box("COU", 0), healthBody: box("HB", 0) };
const known = {
  constituency: new Set(["CON", "OWNC"]),
  council: new Set(["COU", "OWN"]),
  healthBody: new Set(["HB", "S08"]),
};
const codePoint = {
  postcode: "ZY11AA",
  quality: 10,
  position: [0.05, 50.05] as [number, number],
  countryCode: "E92000001",
  healthCode: null,
  councilCode: null,
};

describe("fromCodePoint", () => {
  it("takes areas from the outlines where the file has no present code", () => {
    const expected = { constituency: "CON", council: "COU", healthBody: "HB", precision: "100m" };
    expect(fromCodePoint({ ...codePoint, councilCode: "GONE", healthCode: "E18" }, indexes, known)).toEqual({
      outcode: "ZY1",
      inward: "1AA",
      position: [0.05, 50.05],
      near: null,
      ...expected,
    });
  });

  it("names another constituency within 100 m, or 300 m of a position that is coarse, and never its own", () => {
    const two = new AreaIndex(
      [["CON", 0] as const, ["OTHER", 0.1] as const].map(([code, west]) => ({
        code,
        polygons: [[[west, 50, west + 0.1, 50, west + 0.1, 50.1, west, 50.1, west, 50]]],
      })),
    );
    const near = (lon: number, quality: number) =>
      fromCodePoint(
        { ...codePoint, quality, position: [lon, 50.05] },
        { ...indexes, constituency: two },
        known,
      );
    // A thousandth of a degree is 71 m here, three thousandths 214 m.
    expect(near(0.099, 10)).toMatchObject({ constituency: "CON", near: "OTHER" });
    expect(near(0.101, 10)).toMatchObject({ constituency: "OTHER", near: "CON" });
    expect(near(0.097, 10).near).toBeNull();
    expect(near(0.097, 50).near).toBe("OTHER");
    expect(near(0.0001, 10).near).toBeNull();
  });

  it("prefers the publisher's own present council and health board", () => {
    const row = fromCodePoint({ ...codePoint, councilCode: "OWN", healthCode: "S08" }, indexes, known);
    expect(row).toMatchObject({ council: "OWN", healthBody: "S08" });
  });

  it("says that an imputed position is coarse, and gives none where there is none", () => {
    expect(fromCodePoint({ ...codePoint, quality: 50 }, indexes, known).precision).toBe("small-area");
    const none = fromCodePoint({ ...codePoint, quality: 90, position: null }, indexes, known);
    expect(none).toMatchObject({ precision: "none", constituency: null, council: null, healthBody: null });
  });
});

describe("fromDirectory", () => {
  const row = {
    postcode: "ZY11AA",
    terminated: null,
    position: [0.05, 50.05] as [number, number],
    quality: 1,
    constituency: "OWNC",
    council: "OWN",
    healthBody: "HB",
    healthBoard: null,
  };

  it("takes the publisher's codes where they are of today, else the outlines'", () => {
    const own = { constituency: "OWNC", council: "OWN", healthBody: "HB", precision: "100m" };
    expect(fromDirectory(row, indexes, known)).toMatchObject(own);
    const old = { ...row, constituency: "E14000634", council: null, healthBody: "E54000049" };
    const outlines = { constituency: "CON", council: "COU", healthBody: "HB" };
    expect(fromDirectory(old, indexes, known)).toMatchObject(outlines);
    const scottish = { ...row, healthBody: "S92000003", healthBoard: "S08" };
    expect(fromDirectory(scottish, indexes, known).healthBody).toBe("S08");
  });

  it("says what is imputed, and gives no areas to what has no position", () => {
    expect(fromDirectory({ ...row, quality: 4 }, indexes, known).precision).toBe("100m");
    expect(fromDirectory({ ...row, quality: 5 }, indexes, known).precision).toBe("small-area");
    expect(fromDirectory({ ...row, position: null }, indexes, known)).toMatchObject({
      constituency: null,
      council: null,
      healthBody: null,
      precision: "none",
    });
  });
});

describe("fromNorthernIreland", () => {
  const row = { postcode: "BT999ZZ", constituency: "N05", council: "N09", healthBody: "BHSCT" };
  const nowhere = new AreaIndex([]);

  it("keeps the source's areas and says how exact the position is", () => {
    const exact = fromNorthernIreland({ ...row, position: [-5.9, 54.6], precision: "exact" }, nowhere);
    expect(exact).toMatchObject({ outcode: "BT99", inward: "9ZZ", precision: "100m", healthBody: "BHSCT" });
    const coarse = fromNorthernIreland({ ...row, position: [-5.9, 54.6], precision: "small-area" }, nowhere);
    expect(coarse.precision).toBe("small-area");
    expect(fromNorthernIreland({ ...row, position: null, precision: "exact" }, nowhere).precision).toBe(
      "none",
    );
  });

  it("names another constituency near, whatever the source's own is", () => {
    const near = fromNorthernIreland(
      { ...row, position: [0.1, 50.05], precision: "small-area" },
      indexes.constituency,
    );
    expect(near).toMatchObject({ constituency: "N05", near: "CON" });
  });
});

describe("what follows from the table", () => {
  const encoder = new PostcodeEncoder();
  const units: [string, string, string][] = [
    ["1AA", "CON", "E54A"],
    ["1AB", "CON", "E54A"],
    ["1AD", "OTHER", "E54B"],
  ];
  for (const [inward, constituency, healthBody] of units) {
    const place = {
      outcode: "ZY1",
      inward,
      position: [0.05, 50.05] as [number, number],
      precision: "100m" as const,
      near: null,
    };
    encoder.add({ ...place, constituency, council: "COU", healthBody });
  }
  const table = decodePostcodes(encoder.finish());

  it("counts the unit postcodes that two areas share", () => {
    const { unitPostcodes, pairs } = buildOverlaps(table, box("REG", 0));
    expect(unitPostcodes).toEqual({ CON: 2, OTHER: 1, COU: 3, E54A: 2, E54B: 1, REG: 3 });
    expect(pairs).toContainEqual(["CON", "COU", 2]);
    expect(pairs).toContainEqual(["COU", "E54B", 1]);
    expect(pairs).toContainEqual(["E54A", "REG", 2]);
    expect(pairs).not.toContainEqual(["COU", "CON", 2]);
  });

  it("matches a board's two codes only where each is the other's most frequent", () => {
    const trust = (postcode: string, healthBodyCode: string) => ({
      code: "R0X",
      name: "T",
      healthBodyCode,
      postcode,
    });
    const trusts = [
      trust("ZY11AA", "QAA"),
      trust("ZY11AB", "QAA"),
      trust("ZY11AD", "QAA"),
      trust("ZZ11ZZ", "QZZ"),
    ];
    expect(matchHealthBodyCodes(trusts, table)).toEqual(new Map([["E54A", "QAA"]]));
    const allOfWales = trusts.map(({ postcode }) => trust(postcode, "Q99"));
    expect(matchHealthBodyCodes(allOfWales, table)).toEqual(new Map());
  });
});
