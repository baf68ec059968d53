import fc from "fast-check";
import { expect, it } from "vitest";
import { shownFileName } from "./report-file";

it.each([
  ["sign.png", "photograph", "sign.jpg"],
  ["C:\\Users\\ann\\My sign.JPEG", "photograph", "My sign.jpg"],
  ["/home/ann/letter.pdf", "document", "letter.pdf"],
  ["a/b/", "document", "document.pdf"],
  ["..", "photograph", "photograph.jpg"],
  [".htaccess", null, "file"],
  ["--rf.pdf", "document", "rf.pdf"],
  ["a .pdf", "document", "a.pdf"],
  ["a\u202egpj.exe", "photograph", "agpj.jpg"],
  ['<b>:"|?*%;`$name.pdf', "document", "bname.pdf"],
  ["no ending", null, "no ending"],
  ["a.tooooolongending", null, "a.tooooolongending"],
  ["y\u0302.pdf", "document", "ŷ.pdf"],
  [`${"x".repeat(90)}.pdf`, "document", `${"x".repeat(80)}.pdf`],
  ["", "document", "document.pdf"],
] as const)("%j, a %s, is shown as %j", (given, kind, shown) => {
  expect(shownFileName(given, kind)).toBe(shown);
});

it("has no path, nothing unseen and an ending of ours, whatever it was called", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (given) => {
      const shown = shownFileName(given, "photograph");
      expect(shown).toMatch(/^[^/\\\p{Cc}\p{Cf}]+\.jpg$/u);
      expect(shown.startsWith(".")).toBe(false);
    }),
  );
});
