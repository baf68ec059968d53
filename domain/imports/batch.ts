import { z } from "zod";
import type { RecordType } from "@/domain/claims/claim";
import { firstDayOf } from "@/domain/dates/partial-date";
import { listLayoutSchema } from "@/domain/imports/list-layout";
import { oneLine } from "@/domain/language/plain-text";
import { sourceInputSchema } from "@/domain/sources/source";

/** The one source of a whole import. What it says of a row is the row's note, or a sentence made of the row. */
export const importSourceSchema = sourceInputSchema.omit({ says: true });
export type ImportSource = z.infer<typeof importSourceSchema>;

/** What an importer says of a file before it is read. */
export const stageSchema = z.object({
  title: z.string().overwrite(oneLine).trim().min(1, "required").min(3, "too-short").max(200, "too-long"),
  source: importSourceSchema,
  isComplete: z.boolean(),
  layout: listLayoutSchema.prefault({}),
});
export type StageInput = z.infer<typeof stageSchema>;

/** A record that undoing an import left alone, because somebody has built on it since. */
export type KeptRecord = { recordType: RecordType; recordId: string; name: string; slug: string };

/** What looked wrong with an edition of a register, each a key of the message catalogue, and why it came all the same. */
export type ImportOverride = { doubts: EditionDoubt["code"][]; because: string };

/** Why an edition of a register is not taken without a reason: `held` and `given` are what is compared. */
export type EditionDoubt = {
  code: "edition-older" | "edition-short" | "extract-short";
  given: string;
  held: string;
};

/** Below this share of what a register has here, its file was probably cut. */
const WHOLE = 0.8;

/**
 * @param inForce the edition that the records come from (null without one) and how many places they have from it.
 * @param short what to say of a file with far fewer entries.
 */
export function doubtsOfEdition(
  given: { edition: string; places: number },
  inForce: { edition: string | null; places: number },
  short: "edition-short" | "extract-short" = "edition-short",
): EditionDoubt[] {
  const doubts: EditionDoubt[] = [];
  if (inForce.edition !== null && firstDayOf(given.edition) < firstDayOf(inForce.edition))
    doubts.push({ code: "edition-older", given: given.edition, held: inForce.edition });
  if (given.places < inForce.places * WHOLE)
    doubts.push({ code: short, given: String(given.places), held: String(inForce.places) });
  return doubts;
}
