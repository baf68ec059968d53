import { getDb } from "@/db/client";
import type { EntryType } from "@/domain/records/entry-path";
import { erasedText, findErasedTexts } from "@/server/records/erased-marks";

/** Whether an entry that was erased for good had this address: no page has it, and none will. */
export async function isErasedAddress(type: EntryType, slug: string): Promise<boolean> {
  return (await findErasedTexts(getDb(), [erasedText.address(type, slug)])).size > 0;
}
