import type { NotCounted } from "./running";
import type { ServiceStatus } from "./service";

const BADGES = {
  "no-longer-listed": "badge.noLongerListed",
  "little-activity": "badge.littleActivity",
} as const;

export type StatusKey =
  | `status.${ServiceStatus}`
  | "badge.mayHaveEnded"
  | "badge.listedCentre"
  | (typeof BADGES)[keyof typeof BADGES];

/** What is said of whether a service runs: a key of the messages under "services". `littleActivity` and `listedCentre` need their month. */
export function statusKey(service: {
  status: ServiceStatus;
  mayHaveEnded: boolean;
  notCounted?: NotCounted | null;
  listedCentreOn?: string | null;
}): StatusKey {
  const { status, mayHaveEnded, notCounted, listedCentreOn } = service;
  if (status === "planned" && listedCentreOn) return "badge.listedCentre";
  if (status !== "operating") return `status.${status}`;
  if (notCounted) return BADGES[notCounted];
  return mayHaveEnded ? "badge.mayHaveEnded" : "status.operating";
}
