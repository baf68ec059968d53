/** Letters of the last two places of a postcode; C I K M O V are never used there. */
export const INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
/** How many inward codes there can be: a digit and two of the twenty letters. */
export const INWARD_COUNT = 10 * INWARD_LETTERS.length ** 2;

/** 7HY to a number from 0 to 3999 that sorts like the text; -1 when it is not an inward code. */
export function inwardNumber(inward: string): number {
  const digit = "0123456789".indexOf(inward.charAt(0) || "x");
  const first = INWARD_LETTERS.indexOf(inward.charAt(1) || "x");
  const second = INWARD_LETTERS.indexOf(inward.charAt(2) || "x");
  if (inward.length !== 3 || digit < 0 || first < 0 || second < 0) return -1;
  return (digit * INWARD_LETTERS.length + first) * INWARD_LETTERS.length + second;
}

/** The inverse of inwardNumber. */
export function inwardText(number: number): string {
  const letters = INWARD_LETTERS.length;
  const digit = Math.floor(number / letters ** 2);
  return `${digit}${INWARD_LETTERS.charAt(Math.floor(number / letters) % letters)}${INWARD_LETTERS.charAt(number % letters)}`;
}
