/** Gives every area code a number as it is first met; at the end the codes are sorted and the numbers change once. */
export class CodeList {
  readonly #numbers = new Map<string, number>([["", 0]]);

  /** The number of a code, for now; "no area" is always 0. */
  number(code: string | null): number {
    const found = this.#numbers.get(code ?? "");
    if (found !== undefined) return found;
    this.#numbers.set(code ?? "", this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The codes in order ("" first) and, for each number given so far, its place in that order. */
  finish(): { codes: string[]; places: Uint16Array } {
    const codes = [...this.#numbers.keys()].sort();
    const places = new Uint16Array(codes.length);
    codes.forEach((code, place) => {
      places[this.number(code)] = place;
    });
    return { codes, places };
  }
}
