import type { NextRequest } from "next/server";
import { confirmPagePath, confirmSignIn } from "@/server/auth/confirm-page";

/**
 * Of next-auth's addresses only the callback of the e-mail link is open, and only to a pressed button (POST). Opening
 * it, as mail scanners do, leads to the page with the button and consumes nothing.
 */
type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const path = (await params).nextauth.join("/");
  if (path === "callback/email") return redirectTo(confirmPagePath(request.nextUrl.searchParams));
  if (path === "signin") return redirectTo("/sign-in");
  return notFound();
}

export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  if ((await params).nextauth.join("/") !== "callback/email") return notFound();
  const sent = await request.formData().catch(() => null);
  if (!sent) return new Response("A form was expected.\n", { status: 400 });
  return redirectTo(await confirmSignIn(sent, request.headers.get("origin")));
}

/** 303: whatever brought us here, the next request is a GET. The path is our own, so the host cannot be wrong. */
function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}

function notFound(): Response {
  return new Response("Not found.\n", { status: 404 });
}
