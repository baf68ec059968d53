import type { AreaKind } from "@/domain/areas/area";
import { COUNTING } from "@/domain/figures/counting-path";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

/** The address of the practices of an area's page, by who is registered there, as CSV. */
export function practicesPath({ kind, slug }: { kind: AreaKind; slug: string }): string {
  return `/api/v1/lists/areas/${kind}/${slug}/practices`;
}

/** The address of a page's list as CSV; the usual definition is left out, so that each file has one address. */
export function listPath(
  definition: Definition,
  of: { kind: AreaKind; slug: string } | { provider: string },
): string {
  const path = "provider" in of ? `providers/${of.provider}` : `areas/${of.kind}/${of.slug}`;
  return `/api/v1/lists/${path}${definition === DEFAULT_DEFINITION ? "" : `?${COUNTING}=${definition}`}`;
}
