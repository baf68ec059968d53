import { isOneOf } from "@/domain/lists/is-one-of";

/** Whether the service runs. "May have ended" is a flag beside it, never a status: it still counts. */
export const SERVICE_STATUSES = ["operating", "planned", "ended"] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

/** Every visibility a record can have. Only `PUBLIC_VISIBILITIES` are ever shown. */
export const VISIBILITIES = ["published", "disputed", "area-only", "withheld", "merged", "erased"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The whitelist: a visibility added later stays hidden until somebody writes it here. */
export const PUBLIC_VISIBILITIES = [
  "published",
  "disputed",
  "area-only",
] as const satisfies readonly Visibility[];
/** Those that may show a place, an address or a pin. */
export const PINNED_VISIBILITIES = ["published", "disputed"] as const satisfies readonly Visibility[];

export function isPublic(visibility: Visibility): boolean {
  return isOneOf(PUBLIC_VISIBILITIES, visibility);
}

export function hasPin(visibility: Visibility): boolean {
  return isOneOf(PINNED_VISIBILITIES, visibility);
}
