import type { PublicName } from "@/db/queries/public-names";
import type { Scored } from "@/domain/search/name-index";

/** Higher than any name's: who types a code that has a figure means the place that has it. */
const CODE = 100;

/** Codes of registers are letters and figures, none shorter than a trust's. */
const SHAPE = /^[A-Z\d]{3,12}$/;

/**
 * Places by their codes in the registers (A82019), organisations by their numbers at Companies House; whole ones only. Beside the index of names and not in it: eight thousand
 * codes would be words that every slip is compared with, and the beginning of a code is nobody's question.
 */
export class CodeIndex {
  readonly #places = new Map<string, PublicName[]>();

  constructor(rows: readonly PublicName[]) {
    for (const row of rows)
      for (const code of new Set(row.codes))
        this.#places.set(code.toUpperCase(), [...(this.#places.get(code.toUpperCase()) ?? []), row]);
  }

  /** A code of letters alone (RNN) may be a word: what is called so comes first. */
  search(query: string): Scored<PublicName>[] {
    const code = query.trim().toUpperCase();
    if (!SHAPE.test(code)) return [];
    const score = /\d/.test(code) ? CODE : 0;
    return (this.#places.get(code) ?? []).map((item) => ({ item, score, whole: true }));
  }
}
