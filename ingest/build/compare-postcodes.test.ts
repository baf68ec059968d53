import { expect, it } from "vitest";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { PostcodeEncoder } from "@/db/reference/postcode-encode";
import { changeLines, comparePostcodes } from "./compare-postcodes";

/** Postcodes with their constituency, such as "CA2 1AA": "E14A". */
function tableOf(units: Record<string, string>) {
  const encoder = new PostcodeEncoder();
  for (const [postcode, constituency] of Object.entries(units)) {
    const [outcode = "", inward = ""] = postcode.split(" ");
    const areas = { constituency, council: "D", healthBody: "H", near: null };
    encoder.add({ outcode, inward, position: [-3, 55], precision: "100m", ...areas });
  }
  return decodePostcodes(encoder.finish());
}

it("counts what is new, gone and elsewhere, with examples", () => {
  const before = tableOf({ "CA1 1AA": "A", "CA2 1AA": "A", "CA2 1AB": "A", "CA2 9ZZ": "A" });
  const after = tableOf({ "CA2 1AA": "B", "CA2 1AB": "A", "CA2 1AD": "A", "CA3 1AA": "A", "CA2 9ZZ": "A" });
  const changes = comparePostcodes(before, after);
  expect(changes.new).toEqual({ count: 2, examples: ["CA2 1AD", "CA3 1AA"] });
  expect(changes.gone).toEqual({ count: 1, examples: ["CA1 1AA"] });
  expect(changes.constituency).toEqual({ count: 1, examples: ["CA2 1AA A to B"] });
  expect(changes.council.count).toBe(0);
  expect(changeLines(changes)).toContain("1 in another constituency, such as CA2 1AA A to B");
  expect(changeLines(changes)).toContain("0 in another council");
});

it("gives a few examples of many, and none where nothing changed", () => {
  const many = tableOf(Object.fromEntries("ABDEFGH".split("").map((letter) => [`CA2 1A${letter}`, "A"])));
  expect(comparePostcodes(tableOf({}), many).new).toEqual({
    count: 7,
    examples: ["CA2 1AA", "CA2 1AB", "CA2 1AD"],
  });
  expect(changeLines(comparePostcodes(many, many)).every((line) => line.startsWith("0 "))).toBe(true);
});
