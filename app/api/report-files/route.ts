import { z } from "zod";
import { answerUpload } from "@/app/api/report-files/answer";
import { NotFoundError } from "@/domain/errors";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { beginFile } from "@/server/files/begin-file";

const begunSchema = z.object({ reportId: z.uuid(), name: z.string().max(1000), bytes: z.number() });

/** Begins a file of a report, or finds the one that was begun: `{ id, received }`. */
export function POST(request: Request): Promise<Response> {
  return answerUpload(async () => {
    const begun = begunSchema.safeParse(await request.json().catch(() => null));
    if (!begun.success) throw new NotFoundError("report");
    const { id, received } = await beginFile(getDb(), await currentActor(), begun.data);
    return { id, received };
  });
}
