import { DomainError } from "@/domain/errors";
import { siteOrigin } from "@/env";
import { currentActor } from "@/server/auth/current-actor";
import { organisationRowsCsv } from "@/server/complaints/organisation-rows-csv";
import { getDb } from "@/server/database";

/** What the site says of an organisation, to be sent to it. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ type: string; ref: string }> },
): Promise<Response> {
  try {
    const { type, ref } = await params;
    if (type !== "provider") return new Response(null, { status: 404 });
    const text = await organisationRowsCsv(
      getDb(),
      await currentActor(),
      decodeURIComponent(ref),
      siteOrigin(),
    );
    return new Response(`\uFEFF${text}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="organisation-rows.csv"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    // Whoever may not read it learns nothing about it.
    if (error instanceof DomainError && error.code !== "unavailable")
      return new Response(null, { status: 404 });
    throw error;
  }
}
