import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostLetters } from "./host-letters";

const LATIN = [..."abcdefghijklmnopqrstuvwxyzàáâäèéêëìíîïòóôöùúûüŵŷẁẃẅỳýÿæœßþð"];
const OTHERS = [..."абвгдежαβγδאבגابج中文字łøđħıņşç"];
const label = (letters: readonly string[]) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 20 }).map((found) => found.join(""));

describe("the letters of a host", () => {
  it("are its own in any name of Latin letters with Welsh and English marks, however the parser wrote it", () => {
    fc.assert(
      fc.property(fc.array(label(LATIN), { minLength: 1, maxLength: 4 }), (labels) => {
        const host = domainToASCII(`${labels.join(".")}.example`);
        fc.pre(host !== "");
        expect(hostLetters(host)).toBe(true);
      }),
    );
  });

  it("are not where any letter of any label is of another alphabet, or has a mark or stroke hardly seen", () => {
    fc.assert(
      fc.property(label(LATIN), fc.constantFrom(...OTHERS), label(LATIN), (before, other, after) => {
        for (const text of [`${before}${other}${after}`, other, `${other}${after}`, `${before}${other}`]) {
          const host = domainToASCII(`www.${text}.example`);
          if (host !== "") expect(hostLetters(host), text).toBe(false);
        }
      }),
    );
  });

  it.each([
    ["xn--mnchen-3ya.example", true],
    ["xn--ysbyty-mn-36a.cymru", true],
    ["a_b.example", true],
    ["xn--pypal-4ve.com", false],
    // No punycode: a digit that is none, one that ends too soon, a number beyond all letters.
    ["xn--a-é.example", false],
    ["xn--mnchen-3y!.example", false],
    ["xn--a-9.example", false],
    ["xn--99999999999.example", false],
    ["xn--999999b.example", false],
    ["xn--.example", true],
  ])("%s: %s", (host, expected) => {
    expect(hostLetters(host)).toBe(expected);
  });
});
