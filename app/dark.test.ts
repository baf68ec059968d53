import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

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

/** By WCAG 2.2. */
function contrast(a = "", b = ""): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

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
