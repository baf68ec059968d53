/** A growing list of bytes with variable-length whole numbers in it (seven bits to a byte, lowest first). */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^31 - 1. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A whole number that may be negative, small ones of either sign in one byte. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what ByteWriter wrote. Reading past the end throws: the file is cut short. */
export class ByteReader {
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  byte(): number {
    const value = this.bytes[this.#at++];
    if (value === undefined) throw new RangeError("The table ends too early");
    return value;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = this.byte();
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value & 1 ? -(value + 1) / 2 : value / 2;
  }

  /** The next bytes as they are. */
  take(length: number): Uint8Array {
    if (this.#at + length > this.bytes.length) throw new RangeError("The table ends too early");
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }
}
