/**
 * The sentence for an error of a whole file, which comes as "code|line|detail" and has room for both. Where a file is
 * something else than a table its detail says what, and there is a sentence for each.
 * @param sentences of the message catalogue, by code or by code and detail
 */
export function fileSentence(key: string, sentences: Readonly<Record<string, string>>): string | undefined {
  if (!key.includes("|")) return undefined;
  const [code = "", row = "", detail = ""] = key.split("|");
  const sentence = sentences[`${code}-${detail}`] ?? sentences[code];
  return sentence?.replace("{row}", row).replace("{detail}", detail);
}
