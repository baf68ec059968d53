import { expect, test } from "vitest";
import { COVERAGE_SHADES } from "@/domain/map/coverage-shade";
import { areasPicture } from "./areas-picture";

test("by night a picture of areas has no colour of the day", () => {
  const drawn = areasPicture(
    "Title",
    COVERAGE_SHADES.map((shade) => ({ kind: "nation", code: "none", shade, says: shade })),
  );
  const [, sheet = "", picture = ""] = drawn.split(/<style>|<\/style>/);
  const colours = new Set(picture.match(/#[0-9a-f]{6}/g));
  expect(colours.size).toBe(COVERAGE_SHADES.length + 2);
  for (const colour of colours) expect(sheet).toContain(`="${colour}"]`);
});
