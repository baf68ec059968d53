/**
 * What stands at a place of a list that is known to have it.
 * @throws RangeError where it does not: such a place was worked out wrongly.
 */
export function itemAt<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`);
  return item;
}
