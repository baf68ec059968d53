import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { localPath } from "@/domain/language/locale";
import { exportAccount } from "@/server/campaigners/export-account";
import { getDb } from "@/server/database";

/** Everything we hold of whoever asks, as a file. Kept nowhere on the way. */
export async function GET(): Promise<Response> {
  const actor = await requireRole("campaigner", localPath("en", "/account"));
  const held = await exportAccount(getDb(), actor, { id: actor.id });
  return new Response(`${JSON.stringify(held, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="what-we-hold-about-you.json"',
      "cache-control": "private, no-store",
    },
  });
}
