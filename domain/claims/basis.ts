/**
 * How a fact rests on its source: its words, what we read there in our words, or what we worked out from it. A page may say
 * "what the source says" of the first alone.
 */
export type ClaimBasis = "quoted" | "told" | "worked-out";

/** A whole quotation. A volunteer's own sentence, or one of ours with a quotation inside, is not one. */
const QUOTED = /^["“‘][^"”]*["”’]\.?$/;

/**
 * Our own sentences about what a source does not say itself: who a name became, whose a code is by its first letters, in
 * which area something must lie. Whoever writes a loader that infers adds its sentence here.
 */
const WORKED_OUT = [
  /^Worked out from /,
  /^The register gives .+ as its parent, which became .+\.$/,
  /^Its code begins .+, as the codes of sites of .+ do\.$/,
  /^Files .+ under this board; every site whose address is known lies in the board it is filed under\.$/,
  /the whole of the town is in this constituency\.$/,
];

/** @param says what is stored with a claim; null where it may not be shown, which is never called a quotation. */
export function basisOf(says: string | null): ClaimBasis {
  if (says === null) return "told";
  if (WORKED_OUT.some((sentence) => sentence.test(says))) return "worked-out";
  return QUOTED.test(says) ? "quoted" : "told";
}
