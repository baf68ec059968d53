const shared = globalThis as unknown as Record<symbol, unknown>;

/**
 * One value for the whole process, made at the first call. Next bundles a module more than once, and each copy has module
 * variables of its own: what must not multiply (connections, tables in memory, what one copy tells another) is kept here.
 * @param key unlike any other; the same key must always stand for the same type
 */
export function processWide<Value>(key: string, make: () => Value): Value {
  const symbol = Symbol.for(`nhs-map.${key}`);
  shared[symbol] ??= { value: make() };
  return (shared[symbol] as { value: Value }).value;
}
