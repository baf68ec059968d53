import { DomainError } from "@/domain/errors";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { organisationCsv } from "@/server/imports/engine/organisation-csv";

/** The rows of an import that concern one organisation (`of`), to be sent to it before they are published. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const of = new URL(request.url).searchParams.get("of") ?? "";
    const text = await organisationCsv(getDb(), await currentActor(), (await params).id, of);
    return new Response(`\uFEFF${text}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="rows-to-check.csv"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    // Whoever may not read imports learns nothing about them.
    if (error instanceof DomainError && error.code !== "unavailable")
      return new Response(null, { status: 404 });
    throw error;
  }
}
