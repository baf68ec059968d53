import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodedAddress, foldLetters } from "./fold-letters";

describe("a text as somebody reads it", () => {
  it.each([
    ["Marie Stopes", "marie stopes"],
    ["MÔN", "mon"],
    ["O’Brien O'Brien Oʼ`´‘Brien", "obrien obrien obrien"],
    ["Ｗｉｄｅ", "wide"],
    ["ﬁne", "fine"],
    ["раураl", "paypal"],
    ["ΗΝΥΜΙ ηνυμι", "hnymi nvuui"],
    ["Straße STRASSE ẞ", "strasse strasse ss"],
    ["łødđħıɡɑʟɩ", "loddhigali"],
    ["a\u00adb\u200bc\u2060d\u0301", "abcd"],
    ["", ""],
  ])("%j is read %j", (text, plain) => {
    expect(foldLetters(text).plain).toBe(plain);
  });

  it("knows of each letter where it stands: what is found in it can be shown in the text", () => {
    const text = "Dr Ｆ😀 O’Ńeill ßtays";
    const { plain, starts, ends } = foldLetters(text);
    const shown = (found: string) => {
      const at = plain.indexOf(found);
      return text.slice(starts[at], ends[at + found.length - 1]);
    };
    expect(shown("oneill")).toBe("O’Ńeill");
    expect(shown("f")).toBe("Ｆ");
    expect(shown("sstays")).toBe("ßtays");
    expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
  });

  it("never loses its place, whatever the text is, and folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { plain, starts, ends } = foldLetters(text);
        expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
        for (let at = 0; at < plain.length; at += 1) {
          const [start = -1, end = -1] = [starts[at], ends[at]];
          expect(start >= 0 && end > start && end <= text.length).toBe(true);
          expect(start >= (starts[at - 1] ?? 0)).toBe(true);
        }
      }),
    );
  });
});

it.each([
  ["https://a.example/Marie+Stopes", "https://a.example/Marie Stopes"],
  ["https://a.example/%4Darie%20Stopes", "https://a.example/Marie Stopes"],
  ["https://a.example/%254Darie", "https://a.example/Marie"],
  ["https://a.example/%25254Darie", "https://a.example/Marie"],
  ["https://a.example/%2525254Darie", "https://a.example/%4Darie"],
  ["https://a.example/M%C3%B4n", "https://a.example/Môn"],
  ["https://a.example/%C3%28%zz%4", "https://a.example/%C3%28%zz%4"],
  ["https://a.example/plain", "https://a.example/plain"],
])("%s is read as %s", (address, read) => {
  expect(decodedAddress(address)).toBe(read);
});
