import fc from "fast-check";
import { expect, test } from "vitest";
import { countingPath, definitionIn, isCountedPath, splitCountingPath } from "@/domain/figures/counting-path";
import { COUNTED_KINDS, definitionOf } from "@/domain/providers/legal-form";

test.each([
  ["/", "/counting/companies-by-type"],
  ["/#list", "/counting/companies-by-type#list"],
  ["/?service=x", "/counting/companies-by-type?service=x"],
  ["/areas", "/counting/companies-by-type/areas"],
  ["/map?care=eye-care", "/counting/companies-by-type/map?care=eye-care"],
  ["/areas#council", "/counting/companies-by-type/areas#council"],
  ["/areas/constituency/carlisle", "/counting/companies-by-type/areas/constituency/carlisle"],
  ["/providers/ssp-health", "/counting/companies-by-type/providers/ssp-health"],
  ["/places/x", "/counting/companies-by-type/places/x"],
  ["/services/x", "/counting/companies-by-type/services/x"],
  ["/services", "/services"],
  ["/search?q=leeds", "/counting/companies-by-type/search?q=leeds"],
  ["/look-up", "/counting/companies-by-type/look-up"],
  ["/coverage", "/counting/companies-by-type/coverage"],
  ["/about/how-we-count", "/about/how-we-count"],
  ["/reports/new?area=x", "/reports/new?area=x"],
  ["/areas-of-work", "/areas-of-work"],
  ["#list", "#list"],
])("%s, counting companies, is %s", (path, expected) => {
  expect(countingPath("companies-by-type", path)).toBe(expected);
  expect(countingPath("outside-the-nhs", path)).toBe(path);
});

test("a page keeps its path and its definition there and back", () => {
  const anyDefinition = fc
    .subarray([...COUNTED_KINDS])
    .map((kinds) => definitionOf(kinds))
    .filter((definition) => definition !== "outside-the-nhs");
  const anyPath = fc.constantFrom(
    "/",
    "/?service=a",
    "/areas",
    "/areas/icb/x?a=b#c",
    "/providers/y",
    "/places/z",
  );
  fc.assert(
    fc.property(anyDefinition, anyPath, (definition, path) => {
      const there = countingPath(definition, path);
      expect(splitCountingPath(there)).toEqual({ written: definition, path });
      expect(definitionIn(there)).toBe(definition);
      expect(isCountedPath(path)).toBe(true);
    }),
  );
});

test("an address without the prefix is under the usual definition", () => {
  for (const path of ["/", "/areas", "/counting", "/countings/companies"]) {
    expect(splitCountingPath(path)).toEqual({ written: null, path });
    expect(definitionIn(path)).toBe("outside-the-nhs");
  }
});
