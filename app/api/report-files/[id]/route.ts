import { answerUpload } from "@/app/api/report-files/answer";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { receivePart } from "@/server/files/receive-part";
import { saveFile } from "@/server/files/save-file";

type Context = { params: Promise<{ id: string }> };

/** Takes the part that begins at `?at=`, or makes the file of its parts (`?finish`). Both may be sent again. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const { searchParams } = new URL(request.url);
  return answerUpload(async () => {
    const actor = await currentActor();
    if (searchParams.has("finish")) {
      const { name } = await saveFile(getDb(), actor, id);
      return { name };
    }
    const bytes = Buffer.from(await request.arrayBuffer());
    return receivePart(getDb(), actor, {
      fileId: id,
      start: Number(searchParams.get("at") ?? Number.NaN),
      bytes,
    });
  });
}
