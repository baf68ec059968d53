import { z } from "zod";
import { InvalidInputError } from "@/domain/errors";
import { manyLines } from "@/domain/language/plain-text";
import { REASON_LENGTH } from "@/domain/records/withheld";

const schema = z
  .string({ error: "reason-needed" })
  .overwrite(manyLines)
  .trim()
  .min(REASON_LENGTH.min, "reason-needed")
  .max(REASON_LENGTH.max, "reason-long");

/**
 * Why something is done to an entry or an account, as other moderators read it.
 * @param field the one of the form that says what is wrong with it
 * @throws InvalidInputError on `field`: "reason-needed", "reason-long"
 */
export function readReason(given: unknown, field: "reason" | "because" = "reason"): string {
  const read = schema.safeParse(given);
  if (!read.success)
    throw new InvalidInputError({ [field]: read.error.issues[0]?.message ?? "reason-needed" });
  return read.data;
}
