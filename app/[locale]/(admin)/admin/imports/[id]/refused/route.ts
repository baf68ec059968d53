import { DomainError } from "@/domain/errors";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { refusedCsv } from "@/server/imports/engine/refused-csv";

/** The refused rows of an import with what to do about each, to be repaired in a spreadsheet and imported again. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const text = await refusedCsv(getDb(), await currentActor(), (await params).id);
    return new Response(`\uFEFF${text}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="refused-rows.csv"',
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
