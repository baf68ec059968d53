import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLetteredPostcode, isNearPostcode, passesForPostcode } from "./near-postcode";

describe("one slip from a postcode", () => {
  it.each([
    "CAA2 7HY",
    "CA 7HY",
    "CA2 7H",
    "CA2 7HYX",
    "S1WA 1AA",
    "cà2 7hy",
    "AC2 7HY",
    "CA2-7HY",
    "C2 7HY",
    "M1 1A",
    "9A2 7HY",
    "SW1A 1A1",
    "W1A 1A",
    "EC1A B1B",
    " CA2 7YH ",
  ])("is %j", (text) => {
    expect(isNearPostcode(text)).toBe(true);
  });
  it.each([
    "Carlisle",
    "G4S Health",
    "CA2 7 HY",
    "CA277HYXX",
    "ca2",
    "NHS 111 line",
    "4 Ways Surgery",
    "A1B2C3D",
    "12345",
    "ABCDEFG",
    "",
  ])("is not %j", (text) => {
    expect(isNearPostcode(text)).toBe(false);
  });

  const figure = fc.constantFrom(..."0123456789");
  const letter = fc.constantFrom(..."ABDEFGHJLNPQRSTUWXYZ");
  const postcode = fc
    .tuple(fc.constantFrom("CA", "M", "SW", "BT", "G"), figure, figure, letter, letter)
    .map(([area, district, sector, a, b]) => `${area}${district}${sector}${a}${b}`);

  it("is any postcode with a sign wrong, left out, doubled or changed with the next", () => {
    fc.assert(
      fc.property(postcode, fc.nat(), fc.constantFrom("?", "x", "7"), (whole, place, other) => {
        const at = place % whole.length;
        const [before, sign = "", after] = [whole.slice(0, at), whole[at], whole.slice(at + 1)];
        const slips = [before + after, before + sign + sign + after];
        if (after !== "") slips.push(before + after[0] + sign + after.slice(1));
        if (other !== "?") slips.push(before + other + after);
        for (const slip of slips.filter((one) => /\d/.test(one)))
          expect([slip, isNearPostcode(slip) || passesForPostcode(slip)]).toEqual([slip, true]);
      }),
    );
  });
});

describe("a postcode with letters for its figures", () => {
  it.each(["ECIA IBB", "CAI OAA", "MI IAA", "SWIA IAA", "MLI I", "caO lh", "EI IA"])("is %j", (text) => {
    expect(isLetteredPostcode(text)).toBe(true);
  });
  it.each([
    "Mill",
    "MIX IAA",
    "CAIX IAA",
    "CAI",
    "CAI AA",
    "CAI OAAA",
    "CAI OAA Carlisle",
    "QQI OAA",
    "CAIII OAA",
    "CA OAA",
    "St Ives",
    "Oil",
    "",
  ])("is not %j", (text) => {
    expect(isLetteredPostcode(text)).toBe(false);
  });
  it("is never sent as a name, nor is what is near a postcode or holds one", () => {
    expect(["CAI OAA", "CAA2 7HY", "near CA2 7HY, please"].every(passesForPostcode)).toBe(true);
    expect(["St Ives", "Carlisle", "G4S"].some(passesForPostcode)).toBe(false);
  });
});
