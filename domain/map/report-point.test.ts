import { expect, it } from "vitest";
import { reportQuery } from "@/domain/map/report-point";
import { readTypedPoint } from "@/domain/reports/typed-point";

it.each([
  ["nowhere", null, "/new"],
  ["the whole country", { lon: -2.9, lat: 54.9, zoom: 5 }, "/new"],
  ["a county", { lon: -2.9, lat: 54.9, zoom: 10.9 }, "/new"],
  ["a town", { lon: -2.93291, lat: 54.89512, zoom: 11 }, "/new?point=54.895%2C+-2.933"],
  ["a street", { lon: -2.932911, lat: 54.895122, zoom: 15.3 }, "/new?point=54.89512%2C+-2.93291"],
])("what is missing in the middle of a map of %s", (_, at, query) => {
  expect(reportQuery(at)).toBe(query);
  const point = new URLSearchParams(query.split("?")[1]).get("point");
  if (point) expect(readTypedPoint(point)).toMatchObject({ ok: true, text: point });
});
