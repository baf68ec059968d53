import { setWork } from "@/server/senders/set-work";

/** What a browser works out before it sends a form that needs no account. Made anew for every form, and kept by nobody. */
export async function GET(): Promise<Response> {
  return Response.json(await setWork(), { headers: { "Cache-Control": "private, no-store" } });
}
