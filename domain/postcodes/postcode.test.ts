import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INWARD_COUNT, inwardText } from "./inward";
import { parsePostcode } from "./postcode";

const CARLISLE = { kind: "unit", outcode: "CA2", inward: "7HY", formatted: "CA2 7HY" };

describe("parsePostcode", () => {
  it.each([
    "CA2 7HY",
    "ca27hy",
    " CA2  7hy ",
    "CA2\u00a07HY",
    "c a 2 7 h y",
    "CA2-7HY.",
    "“CA2 7HY”",
    "CA2\u200b7HY",
    "CA2\t7HY\n",
  ])("reads %j as CA2 7HY", (text) => expect(parsePostcode(text)).toEqual(CARLISLE));

  it.each([
    ["M1 1AE", "M1", "1AE"],
    ["B33 8TH", "B33", "8TH"],
    ["CR2 6XH", "CR2", "6XH"],
    ["DN55 1PT", "DN55", "1PT"],
    ["W1A 0AX", "W1A", "0AX"],
    ["EC1A 1BB", "EC1A", "1BB"],
    ["BT12 6BA", "BT12", "6BA"],
    ["ZE1 0AA", "ZE1", "0AA"],
  ])("splits %s", (text, outcode, inward) => {
    expect(parsePostcode(text)).toMatchObject({ kind: "unit", outcode, inward });
    expect(parsePostcode(text.replace(" ", ""))).toMatchObject({ kind: "unit", outcode, inward });
  });

  it.each([
    ["CA2", { kind: "outcode", outcode: "CA2", orSector: null }],
    ["CA27", { kind: "outcode", outcode: "CA27", orSector: { outcode: "CA2", digit: "7" } }],
    ["ec1a", { kind: "outcode", outcode: "EC1A", orSector: null }],
    ["CA2 7", { kind: "sector", outcode: "CA2", digit: "7", formatted: "CA2 7" }],
    ["CA2 7H", { kind: "sector", outcode: "CA2", digit: "7", formatted: "CA2 7" }],
    ["W1A 0", { kind: "sector", outcode: "W1A", digit: "0", formatted: "W1A 0" }],
    ["JE2 3AB", { kind: "crown-dependency", territory: "jersey" }],
    ["gy1", { kind: "crown-dependency", territory: "guernsey" }],
    ["IM1 1AA", { kind: "crown-dependency", territory: "isle-of-man" }],
    ["BFPO 57", { kind: "bfpo" }],
    ["BF1 3AA", { kind: "bfpo" }],
    ["BX1 1LT", { kind: "non-geographic", formatted: "BX1 1LT" }],
    ["GIR 0AA", { kind: "non-geographic", formatted: "GIR 0AA" }],
    ["XM4 5HQ", { kind: "non-geographic", formatted: "XM4 5HQ" }],
    ["", { kind: "invalid", reason: "empty" }],
    ["  - ", { kind: "invalid", reason: "empty" }],
    ["Carlisle", { kind: "invalid", reason: "not-the-shape" }],
    ["Jersey", { kind: "invalid", reason: "not-the-shape" }],
    ["CA", { kind: "invalid", reason: "not-the-shape" }],
    ["CA2 7HC", { kind: "invalid", reason: "not-the-shape" }],
    ["CA2 7HYX", { kind: "invalid", reason: "not-the-shape" }],
    ["QQ1 1AA", { kind: "invalid", reason: "unknown-area" }],
    ["QQ1", { kind: "invalid", reason: "unknown-area" }],
    ["SW1A OAA", { kind: "invalid", reason: "letter-for-digit" }],
    ["FIQQ 1ZZ", { kind: "invalid", reason: "overseas-territory" }],
  ])("reads %j", (text, expected) => expect(parsePostcode(text)).toEqual(expected));

  const outcode = fc.constantFrom("CA2", "M1", "EC1A", "W1A", "BT12", "ZE1", "SW1A", "DN55");
  const inward = fc.integer({ min: 0, max: INWARD_COUNT - 1 }).map(inwardText);
  const gap = fc.stringMatching(/^[ \t\u00a0]{0,3}$/);

  it("reads any unit postcode in any case and spacing", () => {
    fc.assert(
      fc.property(outcode, inward, gap, gap, fc.boolean(), (out, inn, before, between, lower) => {
        const text = `${before}${out}${between}${inn}${before}`;
        const parsed = parsePostcode(lower ? text.toLowerCase() : text);
        expect(parsed).toEqual({ kind: "unit", outcode: out, inward: inn, formatted: `${out} ${inn}` });
      }),
    );
  });

  it("reads what it formatted to the same", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$/), (text) => {
        const parsed = parsePostcode(text);
        if (parsed.kind === "unit") expect(parsePostcode(parsed.formatted)).toEqual(parsed);
      }),
    );
  });

  /** Letters of other alphabets that look like ours, those that become ours in upper case, and signs. */
  const strange = fc.constantFrom(..."САОІВНУΑΒΕΖßıſŉé!£/\\+@#<&%$~|^*=?😀ٱ४");
  const nearly = fc
    .tuple(
      outcode,
      inward,
      fc.nat(7),
      fc.oneof(strange, fc.string({ maxLength: 2, unit: "grapheme" })),
      fc.nat(2),
    )
    .map(([out, inn, at, sign, cut]) => {
      const text = `${out} ${inn}`;
      return text.slice(0, at) + sign + text.slice(at + cut);
    });

  it("reads as a postcode only what is one when spaces and punctuation are taken out", () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: "grapheme" })), (text) => {
        const parsed = parsePostcode(text);
        if (parsed.kind !== "unit") return;
        const bare = text.normalize("NFKC").replace(/[\s\p{P}\p{S}\p{Cf}]/gu, "");
        expect(bare).toMatch(/^[A-Za-z0-9]+$/);
        expect(bare.toUpperCase()).toBe(parsed.outcode + parsed.inward);
      }),
      { numRuns: 5_000 },
    );
  });

  it("reads one with any sign or dash in it and round it", () => {
    const sign = fc
      .stringMatching(/^[\p{P}\p{S}\p{Z}]{0,3}$/u)
      .filter((text) => /^(?:(?!%)[\p{P}\p{S}\p{Z}])*$/u.test(text.normalize("NFKC")));
    fc.assert(
      fc.property(sign, sign, sign, (before, between, after) => {
        expect(parsePostcode(`${before}CA2${between}7HY${after}`)).toEqual(CARLISLE);
      }),
    );
  });

  it.each(["СА2 7НУ", "ß1 1AA", "ıv1 1aa", "CA2 7HΥ", "ŉ1 1aa", "CA٢ 7HY", "CA%E27HY"])(
    "takes no lookalike: %j",
    (text) => expect(parsePostcode(text)).toEqual({ kind: "invalid", reason: "not-the-shape" }),
  );

  it("reads letters and figures of other widths, as some keyboards write them", () => {
    expect(parsePostcode("ＣＡ２　７ＨＹ")).toEqual(CARLISLE);
    expect(parsePostcode("𝐂𝐀𝟐 𝟕𝐇𝐘")).toEqual(CARLISLE);
  });

  it("accepts no junk: words, numbers and anything with other letters in it", () => {
    const junk = fc.oneof(
      fc.stringMatching(/^[a-z ]{0,20}$/).filter((text) => !/bfpo/.test(text)),
      fc.stringMatching(/^[0-9 ]{0,20}$/),
      fc
        .tuple(fc.string(), fc.constantFrom("é", "ß", "ñ", "ŵ", "Ж"), fc.string())
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(junk, (text) => {
        expect(parsePostcode(text).kind).toBe("invalid");
      }),
    );
  });
});
