import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { ServiceRow } from "@/domain/figures/service-row";
import { nearestServices } from "@/domain/map/nearest-services";
import { metresBetween, type Point } from "@/domain/places/distance";
import { countsAs, DEFAULT_DEFINITION, type Definition, definitionOf } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadNear } from "@/server/pages/load-near";
import { districtPoints } from "@/server/reference/district-points";
import { SHIPPED } from "@/server/starter/testing-shipped";

let own: FreshDatabase;
let db: Db;
let all: readonly ServiceRow[];
beforeAll(async () => {
  own = await freshDatabase({ filling: SHIPPED, size: 2, deadlineMs: 120_000 });
  db = own.db;
  all = await allServices(db);
}, 180_000);
afterAll(() => own.close());

/** Metres of the ten nearest, from every service that the public may see, measured one by one. */
function measured(point: Point, definition: Definition): number[] {
  return all
    .flatMap(({ position, kind, status, notCounted, slug }) => {
      const isThere = position && slug !== null && status !== "ended" && !notCounted;
      return isThere && countsAs(kind, definition) ? [metresBetween(point, position)] : [];
    })
    .sort((a, b) => a - b)
    .slice(0, 10);
}

describe.each([DEFAULT_DEFINITION, definitionOf(["charity", "university"])])("under %s", (definition) => {
  it.each(["BR1", "CA2", "ZE1", "BT10", "EC1A"])(
    "the page of %s has the nearest of each of its postcodes",
    async (outcode) => {
      const page = await loadNear(outcode, definition, db);
      const points = districtPoints(outcode);
      expect(points.length).toBeGreaterThan(20);
      for (const point of points) {
        const found = nearestServices(page?.services ?? [], point).map(({ metres }) => metres);
        expect(found).toEqual(measured(point, definition));
      }
      // Those who live in the district need no more than this, and the page must not grow with the map.
      expect(page?.services.length).toBeLessThan(80);
    },
  );

  it("says of each of its areas what the area's own page says first", async () => {
    const { areas } = (await loadNear("BR1", definition, db)) ?? { areas: [] };
    expect(areas.map(({ area }) => area.kind)).toEqual(
      expect.arrayContaining(["constituency", "council", "icb"]),
    );
    for (const { area, parts } of areas) {
      const page = await loadAreaPage(area.kind, area.slug, definition, db);
      expect(parts).toEqual(page?.answer.slice(0, 1));
    }
  });
});

it("is none where there is no such district, or one of which no postcode has a position", async () => {
  expect(await loadNear("CA99", DEFAULT_DEFINITION, db)).toBeUndefined();
  expect(await loadNear("W1", DEFAULT_DEFINITION, db)).toBeUndefined();
  expect(await loadNear("ca2", DEFAULT_DEFINITION, db)).toBeUndefined();
});
