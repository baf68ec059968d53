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

/** What the other of two people reads. @throws InvalidInputError on `because` */
export function readSecondReason(given: unknown): string {
  const read = schema.safeParse(given);
  if (!read.success)
    throw new InvalidInputError({ because: read.error.issues[0]?.message ?? "reason-needed" });
  return read.data;
}
