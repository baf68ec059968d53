import { bareName } from "./provider-name";

/** Those of which another in the list bears the same name, but for what it is in law: their numbers tell them apart. */
export function namesakesIn<T extends { name: string }>(all: readonly T[]): T[] {
  const count = new Map<string, number>();
  for (const { name } of all) count.set(bareName(name), (count.get(bareName(name)) ?? 0) + 1);
  return all.filter(({ name }) => (count.get(bareName(name)) ?? 0) > 1);
}
