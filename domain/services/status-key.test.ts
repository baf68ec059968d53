import { expect, it } from "vitest";
import { statusKey } from "./status-key";

const running = { status: "operating", mayHaveEnded: false } as const;

it.each([
  ["runs", running, "status.operating"],
  ["may have ended", { ...running, mayHaveEnded: true }, "badge.mayHaveEnded"],
  ["is no longer listed", { ...running, notCounted: "no-longer-listed" }, "badge.noLongerListed"],
  [
    "has little activity, and may have ended",
    { ...running, mayHaveEnded: true, notCounted: "little-activity" },
    "badge.littleActivity",
  ],
  [
    "ended, whatever else is said",
    { status: "ended", mayHaveEnded: true, notCounted: "no-longer-listed" },
    "status.ended",
  ],
  ["is planned", { ...running, status: "planned" }, "status.planned"],
  [
    "is planned at a listed centre",
    { ...running, status: "planned", listedCentreOn: "2025-06" },
    "badge.listedCentre",
  ],
  ["runs at a listed centre", { ...running, listedCentreOn: "2025-06" }, "status.operating"],
  ["ended at a listed centre", { ...running, status: "ended", listedCentreOn: "2025-06" }, "status.ended"],
] as const)("of a service that %s", (_, service, key) => {
  expect(statusKey(service)).toBe(key);
});
