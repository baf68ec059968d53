import { z } from "zod";
import { oneLine } from "@/domain/language/plain-text";
import { isHandle } from "@/domain/reports/moderator-handle";

/**
 * What a moderator is called among colleagues: chosen by themselves, never shown to authors or readers. Empty for the four letters of
 * the id. What looks like four letters of an id could be somebody else's.
 */
export const calledSchema = z
  .string({ error: "called-length" })
  .overwrite((name) => oneLine(name).replaceAll(/\s+/g, " "))
  .trim()
  .refine((name) => name === "" || (name.length >= 2 && name.length <= 30), "called-length")
  .refine((name) => name === "" || /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}' .-]*$/u.test(name), "called-letters")
  .refine((name) => !isHandle(name), "called-letters")
  .transform((name) => name || null);
