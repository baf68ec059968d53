/**
 * A growing list of rows of a few small whole numbers (0 to 65,535), two bytes each: millions of them in the memory that
 * arrays of numbers would take for a fifth as many.
 */
export class RowList {
  #values = new Uint16Array(0);
  /** How many rows there are. */
  length = 0;

  constructor(readonly width: number) {}

  /** @throws RangeError when the row has another width or a number does not fit. */
  push(row: readonly number[]): void {
    if (row.length !== this.width) throw new RangeError(`A row of ${row.length} numbers, not ${this.width}`);
    const start = this.length * this.width;
    if (start + this.width > this.#values.length) {
      const larger = new Uint16Array(Math.max(4096 * this.width, Math.ceil(this.#values.length * 1.5)));
      larger.set(this.#values);
      this.#values = larger;
    }
    row.forEach((value, field) => {
      if (value !== (value & 0xffff)) throw new RangeError(`${value} does not fit two bytes`);
      this.#values[start + field] = value;
    });
    this.length++;
  }

  at(row: number, field: number): number {
    const value = this.#values[row * this.width + field];
    if (value === undefined || row >= this.length) throw new RangeError(`There is no row ${row}`);
    return value;
  }
}
