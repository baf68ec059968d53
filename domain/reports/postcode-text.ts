/** A postcode as it is stored and compared: capitals, one space before the last three; other text only trimmed. */
export function formatPostcode(text: string): string {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(bare)
    ? `${bare.slice(0, -3)} ${bare.slice(-3)}`
    : text.trim().slice(0, 8);
}

/** Whether a text is shaped as a whole postcode, whether or not there is one. */
export function isWholePostcode(text: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(formatPostcode(text));
}
