import { z } from "zod";
import { partialDateSchema, ukToday } from "@/domain/dates/partial-date";
import { type DateProblem, problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import type { SentImport } from "@/server/imports/engine/import-format";

/** What is wrong with the date of an edition, a day, a month or a year; null where nothing is. */
export function problemOfEdition(edition: string): DateProblem | "date" | null {
  if (!partialDateSchema.safeParse(edition).success) return "date";
  return problemOfSourceDate(edition, ukToday());
}

/** Why something cannot be brought that no format knows, with what is wrong beside it: whoever typed it mends both at once. */
export function unknownFormat({ given }: SentImport): InvalidInputError {
  const parsed = givenSchema.safeParse(given);
  const published = parsed.success ? problemOfEdition(parsed.data.edition) : null;
  const register = "required";
  return published ? new InvalidInputError({ register, published }) : new InvalidInputError({ register });
}

const givenSchema = z.object({ edition: z.string(), because: z.string().default("") });

/** What was typed beside a publisher's file. @throws InvalidInputError */
export function readGiven({ given, list }: SentImport) {
  const parsed = givenSchema.safeParse(given);
  if (!parsed.success) throw new InvalidInputError({ published: "date" });
  if ("pasted" in list) throw new InvalidInputError({ file: detailed("no-file") });
  return { ...parsed.data, file: list };
}
