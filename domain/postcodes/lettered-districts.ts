/**
 * The districts that are a text and one letter more: W1A to W1W for W1. In the middle of London the districts of old
 * were divided so, and people go on naming them: W1, SW1, WC1, WC2 and EC1 to EC4. None where the text is a district
 * itself, as E1 is beside E1W.
 * @param outcodes every outward code that some postcode has, sorted
 */
export function letteredDistricts(outcodes: readonly string[], text: string): string[] {
  if (!/\d$/.test(text) || outcodes.includes(text)) return [];
  return outcodes.filter((outcode) => outcode.startsWith(text) && /^[A-Z]$/.test(outcode.slice(text.length)));
}
