import { expect, test } from "vitest";
import { definitionOf } from "@/domain/providers/legal-form";
import { pinsPath } from "./pins-path";

const carlisle = { kind: "constituency", slug: "carlisle" } as const;
const pins = "/api/v1/map/services.geojson";

test("one address for each payload", () => {
  expect(pinsPath("outside-the-nhs")).toBe(pins);
  expect(pinsPath("outside-the-nhs", carlisle)).toBe(`${pins}?area=constituency/carlisle`);
  expect(pinsPath("companies-by-type", carlisle)).toBe(
    `${pins}?area=constituency/carlisle&counting=companies-by-type`,
  );
  expect(pinsPath("outside-the-nhs", { ...carlisle, around: true })).toBe(
    `${pins}?area=constituency/carlisle&around=yes`,
  );
  expect(pinsPath("companies-by-type", { provider: "ssp-health" })).toBe(
    `${pins}?provider=ssp-health&counting=companies-by-type`,
  );
  expect(pinsPath(definitionOf(["university", "charity"]))).toBe(`${pins}?counting=charity_university`);
});
