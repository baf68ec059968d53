import { expect, it } from "vitest";
import { areaSlug } from "./slug";

it.each([
  ["constituency", "Carlisle", "carlisle"],
  ["constituency", "Ynys Môn", "ynys-mon"],
  ["constituency", "Brecon, Radnor and Cwm Tawe", "brecon-radnor-and-cwm-tawe"],
  ["council", "King's Lynn and West Norfolk", "kings-lynn-and-west-norfolk"],
  ["icb", "NHS North East and North Cumbria Integrated Care Board", "north-east-and-north-cumbria"],
  ["health-board", "NHS Ayrshire and Arran", "ayrshire-and-arran"],
  ["health-board", "Powys Teaching Health Board", "powys"],
  ["health-board", "Betsi Cadwaladr University Health Board", "betsi-cadwaladr"],
  ["hsc-trust", "South Eastern Health and Social Care Trust", "south-eastern"],
] as const)("%s %s", (kind, name, slug) => {
  expect(areaSlug(kind, name)).toBe(slug);
});
