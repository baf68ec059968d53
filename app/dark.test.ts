import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrastOf } from "@/domain/map/testing-contrast";

const css = readFileSync("app/globals.css", "utf8");
const [light = "", rest = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
const colours = (text: string) =>
  new Map(
    [...text.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
const day = colours(light);
const night = new Map([...day, ...colours(rest)]);

const contrast = (one = "", other = "") => contrastOf(one, other);

test.each([
  ["light", day],
  ["dark", night],
])("in %s every text can be read on every ground, and every field be seen", (_scheme, of) => {
  const faint: string[] = [];
  for (const ground of ["paper", "sheet", "panel", "accent-wash", "good-wash"])
    for (const text of ["ink", "ink-soft", "accent", "accent-deep", "good"])
      if (contrast(of.get(text), of.get(ground)) < 4.5) faint.push(`${text} on ${ground}`);
  for (const button of ["accent", "accent-deep", "ink"])
    if (contrast(of.get("paper"), of.get(button)) < 4.5) faint.push(`paper on ${button}`);
  for (const ground of ["paper", "sheet"])
    if (contrast(of.get("field"), of.get(ground)) < 3) faint.push(`field on ${ground}`);
  expect(faint).toEqual([]);
});

test("the dark colours replace each of the light ones but the yellow of the focus, which has ink around it", () => {
  expect([...day.keys()].filter((name) => day.get(name) === night.get(name)).sort()).toEqual(["focus"]);
});
