import { expect, test } from "vitest";
import { nhsNames } from "./nhs-names";

const nhs = nhsNames([
  { id: "a", name: "Bradford District Care NHS Foundation Trust" },
  { id: "b", name: "NHS Lancashire and South Cumbria ICB" },
  { id: "c", name: "Betsi Cadwaladr University Health Board" },
  { id: "d", name: "South Eastern Health and Social Care Trust" },
]);

test.each([
  ["BRADFORD DISTRICT CARE NHS FOUNDATION TRUST", "Bradford District Care NHS Foundation Trust"],
  ["Bradford District Care", "Bradford District Care NHS Foundation Trust"],
  ["The Bradford District Care Trust", "Bradford District Care NHS Foundation Trust"],
  ["Lancashire & South Cumbria Integrated Care Board", "NHS Lancashire and South Cumbria ICB"],
  ["Betsi Cadwaladr", "Betsi Cadwaladr University Health Board"],
  ["South Eastern HSC Trust", "South Eastern Health and Social Care Trust"],
])("%s is %s", (name, expected) => {
  expect(nhs.nameOf(name)).toBe(expected);
});

test.each(["Bradford District Care Ltd", "Bradford Care", "Betsi", "NHS", "Trust"])("%s is none", (name) => {
  expect(nhs.nameOf(name)).toBeNull();
});
