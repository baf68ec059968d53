import type { DetailedProblem } from "@/domain/field-problem";

/**
 * The sentence for an error of a whole file, which has room for a line and a detail. Where a file is something else than a
 * table its detail says what, and there is a sentence for each.
 * @param sentences of the message catalogue, by code or by code and detail
 */
export function fileSentence(
  { code, row, detail }: DetailedProblem,
  sentences: Readonly<Record<string, string>>,
): string | undefined {
  const sentence = sentences[`${code}-${detail}`] ?? sentences[code];
  return sentence?.replace("{row}", row).replace("{detail}", detail);
}
