import { loadMapConfig } from "@/server/pages/load-map-config";

/** The environment of the running server decides, so the answer must not be frozen into the build. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(loadMapConfig(), { headers: { "cache-control": "public, max-age=300" } });
}
