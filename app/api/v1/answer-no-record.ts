import type { EntryType } from "@/domain/records/entry-path";
import { isErasedAddress } from "@/server/pages/is-erased-address";

/**
 * The answer about an entry of which there is nothing to give: 410 where one that was erased for good had this address, as its page answers
 * (docs/decisions/0109), else 404 with `error`. @param entry null where no entry is asked for.
 */
export async function answerNoRecord(
  entry: { type: EntryType; slug: string } | null,
  error: string,
): Promise<Response> {
  if (entry && (await isErasedAddress(entry.type, entry.slug)))
    return Response.json({ error: "This entry was removed for good." }, { status: 410 });
  return Response.json({ error }, { status: 404 });
}
