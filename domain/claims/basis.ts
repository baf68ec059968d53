/**
 * How a fact rests on its source: its words, what we read there in our words, or what we worked out from it. A page may say
 * "what the source says" of the first alone.
 */
export type ClaimBasis = "quoted" | "told" | "worked-out";

/** A whole quotation. A volunteer's own sentence, or one of ours with a quotation inside, is not one. */
const QUOTED = /^["“‘][^"”]*["”’]\.?$/;

/**
 * Our own sentences about what a source does not say itself: who a name became, whose a code is by its first letters, in
 * which area something must lie, where a place stands that is known by a town, a name or another entry. Whoever writes a loader
 * that infers adds its sentence here; `server/pages/what-sources-say.db.test.ts` finds one that was forgotten.
 */
const WORKED_OUT = [
  /^Worked out from /,
  /^The register gives .+ as its parent, which became .+\.$/,
  /^Its code begins .+, as the codes of sites of .+ do\.$/,
  /^Files .+ under this board; every site whose address is known lies in the board it is filed under\.$/,
  /the whole of the town is in this constituency\.$/,
  /^The middle of .+, which .+ is named after: no address\.$/,
  /^A point in the middle of .+: an approximate position\./,
  /^The position of the centre of .+\. Where in .+ stands, our sources do not say\.$/,
  /; drawn at the middle of .+\.$/,
  /: the one centre there with the announced name \(.+\)\.$/,
  /^Lists .+, of the same name and postcode as .+, as /,
  /^Has it under the code .+ too\. Both entries stand /,
  / The site is named after it\. /,
];

/** Sentences that say one fact and of which another is worked out: field -> what it is worked out from. */
const WORKED_OUT_OF: Partial<Record<string, readonly RegExp[]>> = {
  /** A company by the last word of its name. */
  "legal-form": [/^Filed as /],
  /** A hospital or a clinic by the words of its name. */
  kind: [/^Lists it as .+ \([A-Z0-9]+\)\.$/],
};

/**
 * @param says what is stored with a claim; null where it may not be shown, which is never called a quotation.
 * @param field of the claim.
 */
export function basisOf(says: string | null, field: string): ClaimBasis {
  if (says === null) return "told";
  const sentences = [...WORKED_OUT, ...(WORKED_OUT_OF[field] ?? [])];
  if (sentences.some((sentence) => sentence.test(says))) return "worked-out";
  return QUOTED.test(says) ? "quoted" : "told";
}
