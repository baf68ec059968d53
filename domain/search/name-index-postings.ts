import type { WordRange } from "./vocabulary";

/** Lists of numbers one after the other in one array, so that neighbouring lists are read in one go. */
export class Postings {
  readonly #starts: Uint32Array;
  /** All lists, the first one first. */
  readonly all: Uint32Array;

  constructor(lists: readonly (readonly number[])[]) {
    this.#starts = new Uint32Array(lists.length + 1);
    lists.forEach((list, at) => {
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + list.length;
    });
    this.all = new Uint32Array(this.#starts[lists.length] ?? 0);
    lists.forEach((list, at) => {
      this.all.set(list, this.#starts[at] ?? 0);
    });
  }

  /** Where in `all` a list begins, which is where the one before it ends. */
  start(list: number): number {
    return this.#starts[list] ?? 0;
  }

  /** How long the lists of a range are together; takes the same time whatever the range. */
  count({ from, to }: WordRange): number {
    return this.start(to) - this.start(from);
  }

  /** What is in the lists of a range. */
  of({ from, to }: WordRange): Uint32Array {
    return this.all.subarray(this.start(from), this.start(to));
  }
}
