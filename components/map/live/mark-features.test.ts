import fc from "fast-check";
import { expect, test } from "vitest";
import { clustersIn, showPins } from "@/domain/map/pin-clusters";
import { decodePins, encodePins } from "@/domain/map/pin-file";
import { viewBounds } from "@/domain/map/view-bounds";
import { markFeatures, rowsOfMark } from "./mark-features";

const pins = fc.array(
  fc.record({
    lon: fc.constantFrom(-2.93, -2.94, 0.1, -4.2),
    lat: fc.constantFrom(54.89, 54.9, 51.5, 57.1),
    category: fc.constant("eye-care"),
    kind: fc.constant("company"),
    status: fc.constantFrom("operating", "planned", "ended"),
    approximate: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

test("marks say how many services they stand for, and hide no open one behind one that has ended", () => {
  fc.assert(
    fc.property(
      pins,
      fc.double({ min: 4, max: 14, noNaN: true }),
      fc.infiniteStream(fc.boolean()),
      (list, zoom, on) => {
        const table = decodePins(encodePins(list).file);
        const shown = showPins(
          table,
          Uint8Array.from({ length: table.length }, () => Number(on.next().value)),
        );
        const world = viewBounds({ zoom: 0, lat: 0, lon: 0 }, { width: 512, height: 512 }, 1);
        const { features } = markFeatures(shown, clustersIn(shown, world, zoom));
        let total = 0;
        for (const { properties } of features) {
          const { from, to, count, services, status } = properties ?? {};
          total += count ?? services;
          const statuses = rowsOfMark(shown, { from, to }).map(
            (row) => table.words.status[table.status[row] ?? 0],
          );
          if (count !== undefined) expect(statuses.includes("operating")).toBe(status === "operating");
        }
        expect(total).toBe(shown.count[table.length]);
      },
    ),
  );
});
