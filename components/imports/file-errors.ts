import { fileSentence } from "@/domain/imports/file-sentence";

/**
 * Sentences for errors of a whole file.
 * @returns by the error as it came.
 */
export function fileErrors(
  fields: Readonly<Record<string, string>>,
  file: Readonly<Record<string, string>>,
): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const key of Object.values(fields)) {
    const sentence = fileSentence(key, file);
    if (sentence) sentences[key] = sentence;
  }
  return sentences;
}
