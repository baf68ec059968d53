import { loadHealth } from "@/server/pages/load-health";

/** For load balancers and monitors: 200 when this server can do its work, 503 when its database is silent. */
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await loadHealth();
  const status = health.status === "ok" ? 200 : 503;
  return Response.json(health, { status, headers: { "cache-control": "no-store" } });
}
