import type { NextRequest } from "next/server";
import { siteOrigin } from "@/env";
import { closeSession } from "@/server/auth/open-session";
import { mayWrite } from "@/server/http/same-origin";

/** The sign-out button's form. An address of its own, so that a page that is cached for everyone can carry it. */
export async function POST(request: NextRequest): Promise<Response> {
  const origin = request.headers.get("origin") ?? undefined;
  if (!mayWrite({ method: "POST", origin }, siteOrigin()))
    return new Response("Forbidden.\n", { status: 403 });
  await closeSession();
  return new Response(null, { status: 303, headers: { Location: "/", "Cache-Control": "no-store" } });
}
