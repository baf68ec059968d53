import { NotFoundError } from "@/domain/errors";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadReportFile } from "@/server/files/load-files";

/**
 * A file of a report, for those who may see it. A picture is one that we made; a document is only ever offered for saving. The front server adds a
 * policy without an origin (server/http/response-headers.ts).
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  try {
    const { file, bytes } = await loadReportFile(getDb(), await currentActor(), id);
    const isPicture = file.kind === "photograph";
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": isPicture ? "image/jpeg" : "application/pdf",
        "content-length": String(bytes.length),
        "content-disposition": `${isPicture ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "cache-control": "private, no-store",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response("Not found", { status: 404 });
    throw error;
  }
}
