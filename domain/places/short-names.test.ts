import { expect, it } from "vitest";
import { plainName } from "@/domain/names/plain-name";
import { schemeOfCode } from "./place";
import { SHORT_NAMES } from "./short-names";

const names = Object.entries(SHORT_NAMES);

it("finds a trust by what everybody calls it", () => {
  const coded = (name: string) => names.find(([, short]) => short.includes(name))?.[0];
  expect(["Guy's", "UHB", "Barts", "GOSH"].map(coded)).toEqual(["RJ1", "RRK", "R1H", "RP4"]);
});

it("leads from one short name to one trust, by a code of an organisation", () => {
  const all = names.flatMap(([, short]) => short.map(plainName));
  expect(new Set(all).size).toBe(all.length);
  for (const [code, short] of names) {
    expect(schemeOfCode(code)).toBe("ods-organisation");
    expect(short).not.toEqual([]);
  }
});
