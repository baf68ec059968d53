import type { MapPointer } from "@/domain/map/map-files";
import { mapData } from "@/server/pages/map-data";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

/** Which files of the map are in force. Never kept: what is withdrawn leaves the map with this answer. */
export async function GET(): Promise<Response> {
  const { hash, base } = (await mapData()).files;
  return Response.json({ hash, base: base.hash } satisfies MapPointer, {
    headers: { "cache-control": "no-store" },
  });
}
