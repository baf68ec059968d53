import { expect, it } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countAlike, groupByRegion } from "./group-by-region";

const service = (region: string | null, category: ServiceRow["category"] = "eye-care") =>
  ({
    category,
    region: region === null ? null : { slug: region, name: region, nameCy: null, nation: "england" },
  }) as ServiceRow;

it("puts regions in order of their names and those without one last", () => {
  const groups = groupByRegion([
    service(null),
    service("north-west"),
    service("london"),
    service("north-west"),
  ]);
  expect(groups.map(({ region, services }) => [region?.slug ?? null, services.length])).toEqual([
    ["london", 1],
    ["north-west", 2],
    [null, 1],
  ]);
});

it("counts kinds of care, the most first, ties by name", () => {
  const of = (category: ServiceRow["category"]) => service("london", category);
  expect(countAlike([of("hearing"), of("eye-care"), of("dialysis"), of("eye-care")])).toEqual([
    { category: "eye-care", count: 2 },
    { category: "dialysis", count: 1 },
    { category: "hearing", count: 1 },
  ]);
});
