import { z } from "zod";
import { partialDateSchema, ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { webAddressSchema } from "@/domain/sources/source";

/** A page holds it beside the organisation's rows; longer ones are linked to. */
const MOST_OF_A_COMMENT = 2000;

/** What an organisation wrote about its entry: its words, and the document they are from. Keys of errors are those of moderation. */
export const organisationCommentSchema = z.object({
  comment: z
    .string()
    .overwrite(manyLines)
    .trim()
    .min(15, "comment-short")
    .max(MOST_OF_A_COMMENT, "comment-long"),
  document: z.string().overwrite(oneLine).trim().min(3, "comment-document").max(200, "comment-document"),
  date: z
    .string()
    .trim()
    .refine(
      (date) => partialDateSchema.safeParse(date).success && problemOfSourceDate(date, ukToday()) === null,
      "comment-date",
    ),
  /** How a moderator knows that it comes from the organisation (docs/legal.md); for the audit alone. */
  verified: z.string().overwrite(oneLine).trim().min(15, "comment-verified").max(400, "comment-verified"),
  url: z.union([z.literal(""), webAddressSchema]),
});
