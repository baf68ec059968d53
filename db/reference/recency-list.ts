import { itemAt } from "@/domain/lists/item-at";

/**
 * Turns values that repeat into small numbers: the value used last is 0, the one before it 1, and so on. Encoder and
 * decoder keep the same list, so only the numbers are stored; neighbours in a sorted table nearly always give 0.
 */
export class RecencyList {
  /** One list for each context; each begins as it is first needed. */
  readonly #lists = new Map<number, number[]>();

  /** The place of a value in its context's list; a value not there yet is `list length + value`. Moves it to the front. */
  encode(context: number, value: number): number {
    const list = this.#list(context);
    const place = list.indexOf(value);
    const code = place === -1 ? list.length + value : place;
    this.#toFront(list, place, value);
    return code;
  }

  /** The inverse of encode. */
  decode(context: number, code: number): number {
    const list = this.#list(context);
    const place = code < list.length ? code : -1;
    const value = place === -1 ? code - list.length : itemAt(list, place);
    this.#toFront(list, place, value);
    return value;
  }

  #list(context: number): number[] {
    const list = this.#lists.get(context) ?? [];
    if (list.length === 0) this.#lists.set(context, list);
    return list;
  }

  #toFront(list: number[], place: number, value: number): void {
    if (place === 0) return;
    if (place > 0) list.splice(place, 1);
    list.unshift(value);
  }
}
