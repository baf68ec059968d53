import type { AreaKind } from "@/domain/areas/area";

/**
 * Kinds of area that a service without a place may be shown in, the first that is known. Coarse on purpose: a
 * constituency or council with one town in it would tell where such a service is.
 */
export const SERVED_KINDS = [
  "icb",
  "health-board",
  "hsc-trust",
  "region",
  "nation",
] as const satisfies readonly AreaKind[];
