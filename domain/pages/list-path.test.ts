import { expect, it } from "vitest";
import { DEFAULT_DEFINITION, definitionOf } from "@/domain/providers/legal-form";
import { listPath } from "./list-path";

it("a list has one address for each way of counting, the usual one without a word on it", () => {
  expect(listPath(DEFAULT_DEFINITION, { provider: "sight" })).toBe("/api/v1/lists/providers/sight");
  expect(listPath(DEFAULT_DEFINITION, { kind: "council", slug: "luton" })).toBe(
    "/api/v1/lists/areas/council/luton",
  );

  for (const one of [definitionOf(["company"]), definitionOf(["charity"]), "companies-by-type"] as const)
    expect(listPath(one, { provider: "sight" })).toBe(`/api/v1/lists/providers/sight?counting=${one}`);
});
