import { z } from "zod";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { EDITED_PARTS, type EditedPart, sourcePartField } from "@/domain/reports/published-texts";
import type { SourceInput } from "@/domain/sources/source";

/** What a moderator publishes of a source instead of what was sent; an empty text drops that part. */
export const sourceEditSchema = z.object({
  index: z.number().int().min(0).max(4),
  title: z.string().overwrite(oneLine).trim().max(300).optional(),
  publisher: z.string().overwrite(oneLine).trim().max(200).optional(),
  url: z.string().trim().max(2000).optional(),
  says: z.string().overwrite(manyLines).trim().max(600).optional(),
});
export type SourceEdit = z.infer<typeof sourceEditSchema>;

/** What stands where a part was dropped. A link has nothing in its place. */
export const LEFT_OUT: Readonly<Record<EditedPart, string>> = {
  title: "Title left out by a moderator",
  publisher: "Publisher left out by a moderator",
  url: "",
  says: "Quotation left out by a moderator.",
};

/** True for a document of which so much is left out that two of the same look may be two. */
export const isNameless = ({ title }: Pick<SourceInput, "title">) => title === LEFT_OUT.title;

export function withEdits(sources: readonly SourceInput[], edits: readonly SourceEdit[]): SourceInput[] {
  return sources.map((source, index) => {
    const edited = { ...source };
    for (const edit of edits)
      for (const part of EDITED_PARTS)
        if (edit.index === index && edit[part] !== undefined) edited[part] = edit[part] || LEFT_OUT[part];
    return edited;
  });
}

/** The name of the field that tells a form's reader what a source's field held before. */
export const sourceWasField = (index: number, part: EditedPart) => `was.${sourcePartField(index, part)}`;

const plain = (text: string) => manyLines(text).trim();

/** The sources' texts that were changed in the moderator's form, whatever was chosen beside them. */
export function readSourceEdits(sent: (name: string) => unknown): SourceEdit[] {
  return [0, 1, 2, 3, 4].flatMap((index) => {
    const edit: SourceEdit = { index };
    for (const part of EDITED_PARTS) {
      const now = sent(sourcePartField(index, part));
      const was = sent(sourceWasField(index, part));
      if (typeof now === "string" && typeof was === "string" && plain(now) !== plain(was))
        edit[part] = plain(now);
    }
    return Object.keys(edit).length > 1 ? [edit] : [];
  });
}
