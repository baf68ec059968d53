import { z } from "zod";
import { manyLines } from "@/domain/language/plain-text";

/** Fifteen characters: enough for "see the second source", too many for "no". */
export const SHORTEST_REASON = 15;

/** Why a report or an import goes from one moderator to another; for the two of them. */
export const handOverSchema = z
  .string()
  .overwrite(manyLines)
  .trim()
  .min(SHORTEST_REASON, "note-needed")
  .max(500, "too-long");
