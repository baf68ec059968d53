import { settings } from "@/env";
import { isAddress } from "@/server/pages/load-map-config";
import { tilesAnswer } from "@/server/pages/tiles-answer";

/** The environment of the running server decides. */
export const dynamic = "force-dynamic";

/** The archive of tiles that the deployer set (MAP_TILES), piece by piece. */
export function GET(request: Request): Promise<Response> {
  const { MAP_TILES } = settings();
  const path = MAP_TILES === undefined || isAddress(MAP_TILES) ? null : MAP_TILES;
  return tilesAnswer(path, request.headers.get("range"));
}
