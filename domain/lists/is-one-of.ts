/** Whether a value is one of a list of words; it is known as such then. */
export function isOneOf<Item>(list: readonly Item[], value: unknown): value is Item {
  return list.some((item) => item === value);
}
