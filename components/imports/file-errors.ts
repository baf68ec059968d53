/**
 * Sentences for errors of a whole file: such an error comes as "code|line|detail", and its sentence has room for both.
 * @returns by the error as it came.
 */
export function fileErrors(
  fields: Readonly<Record<string, string>>,
  file: Readonly<Record<string, string>>,
): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const key of Object.values(fields)) {
    const [code = "", row = "", detail = ""] = key.split("|");
    const sentence = key.includes("|") ? file[code] : undefined;
    if (sentence) sentences[key] = sentence.replace("{row}", row).replace("{detail}", detail);
  }
  return sentences;
}
