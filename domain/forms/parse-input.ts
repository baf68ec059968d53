import type { z } from "zod";
import { InvalidInputError } from "@/domain/errors";

/** @throws InvalidInputError mapping the input's fields to message keys. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new InvalidInputError(fields);
}
