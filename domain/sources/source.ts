import { z } from "zod";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { normaliseWebAddress } from "@/domain/sources/web-address";

export const SOURCE_KINDS = [
  "register",
  "contract-notice",
  "regulator",
  "provider-page",
  "news",
  "foi-answer",
  "official-statistics",
  "government-announcement",
  "photograph",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * Only http(s), so that a source can never be a script; shown with rel="nofollow noopener ugc". It comes out as it is stored.
 * Its two steps are a check and a rewriting, so that in a union the fault that is told is this one's.
 */
export const webAddressSchema = z
  .string()
  .trim()
  .max(2000, "too-long")
  .check(({ value, issues }) => {
    const read = normaliseWebAddress(value);
    if ("fault" in read) issues.push({ code: "custom", message: read.fault, input: value, continue: true });
  })
  .overwrite((text) => {
    const read = normaliseWebAddress(text);
    return "address" in read ? read.address : text;
  });

/** A document that says something, as a volunteer gives it. */
export const sourceInputSchema = z.object({
  kind: z.enum(SOURCE_KINDS, "choice"),
  title: z.string().overwrite(oneLine).trim().min(1, "required").min(3, "too-short").max(300, "too-long"),
  publisher: z.string().overwrite(oneLine).trim().min(1, "required").min(2, "too-short").max(200, "too-long"),
  url: webAddressSchema.or(z.literal("")),
  /**
   * The date the document itself carries; for a photograph or a sign, the day it was seen. Needed: without one nobody
   * could tell how old what it says is.
   */
  publishedOn: z.string().trim().min(1, "source-date").pipe(partialDateSchema),
  /** What it says about this service, in the volunteer's words or one quoted sentence. */
  says: z.string().overwrite(manyLines).trim().min(1, "required").min(3, "too-short").max(600, "too-long"),
});
export type SourceInput = z.infer<typeof sourceInputSchema>;
