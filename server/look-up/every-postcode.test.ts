import { expect, it } from "vitest";
import { postcodeTable } from "@/db/reference/postcodes";
import { inwardText } from "@/domain/postcodes/inward";
import { parsePostcode } from "@/domain/postcodes/postcode";

/** Ways in which people and programs write a postcode; each real one is tried in one of them, in turn. */
const WAYS: ((outcode: string, inward: string) => string)[] = [
  (outcode, inward) => `${outcode} ${inward}`,
  (outcode, inward) => `${outcode}${inward}`.toLowerCase(),
  (outcode, inward) => ` ${outcode.toLowerCase()}\u00a0${inward} `,
  (outcode, inward) => `${outcode}  ${inward}.`,
  (outcode, inward) => `\t${outcode}-${inward.toLowerCase()}\n`,
  (outcode, inward) => [...`${outcode}${inward}`].join(" "),
  (outcode, inward) => `“${outcode}\u2009${inward}”`,
];

it("every postcode there is, in any spacing and case, is read as itself", () => {
  const { outcodes, starts, inward } = postcodeTable();
  const misread: string[] = [];
  outcodes.forEach((outcode, i) => {
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      const second = inwardText(inward[at] ?? 0);
      const text = WAYS[at % WAYS.length]?.(outcode, second) ?? "";
      const read = parsePostcode(text);
      if (read.kind !== "unit" || read.outcode !== outcode || read.inward !== second) misread.push(text);
    }
  });
  expect(misread).toEqual([]);
  expect(inward.length).toBeGreaterThan(1_800_000);
});
