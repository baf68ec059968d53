/**
 * One value for the whole process, made at the first call. Next bundles a module more than once, and each copy has module
 * variables of its own: what must not multiply (connections, tables in memory, what one copy tells another) is kept here.
 * @param key unlike any other; the same key must always stand for the same type
 */
export function processWide<Value>(key: string, make: () => Value): Value {
  const symbol = Symbol.for(`nhs-map.${key}`);
  const held: { value: Value } | undefined = Reflect.get(globalThis, symbol);
  if (held) return held.value;
  const value = make();
  Reflect.set(globalThis, symbol, { value });
  return value;
}
