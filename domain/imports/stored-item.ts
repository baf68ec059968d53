import type { z } from "zod";

/**
 * What a row of an import is made from, as it is stored: of which shape it is, in which version of that shape, and the thing
 * itself. Who reads it knows what it has to be, and an import that an earlier version stored stays readable.
 */
export type StoredItem = { shape: string; version: number; value: unknown };

/** How one format stores what its rows are made from. */
export type ItemShape<T> = {
  write(item: T): StoredItem;
  /** @throws Error for another shape, for a version that nothing lifts to this one, and for what does not fit it. */
  read(stored: StoredItem): T;
};

/**
 * A shape of stored items. Whoever changes it raises its version, and says how one of the version before becomes one of the
 * next, or writes a migration.
 * @param lifts by the version they lift from.
 */
export function itemShape<T>({
  shape,
  version,
  schema,
  lifts = {},
}: {
  shape: string;
  version: number;
  schema: z.ZodType<T>;
  lifts?: Readonly<Record<number, (value: unknown) => unknown>>;
}): ItemShape<T> {
  return {
    write: (value) => ({ shape, version, value }),
    read: (stored) => {
      if (stored.shape !== shape) throw new Error(`a stored item is "${stored.shape}", not "${shape}"`);
      let { value } = stored;
      for (let at = stored.version; at !== version; at += 1) {
        const lift = lifts[at];
        if (!lift) throw new Error(`nothing reads version ${at} of "${shape}" as version ${version}`);
        value = lift(value);
      }
      return schema.parse(value);
    },
  };
}

/** What is stored, with fields of one of its parts under their names of today: for a lift. Without that part it is as it was. */
export function renameInside(value: unknown, part: string, names: Readonly<Record<string, string>>): unknown {
  if (!isFields(value) || !isFields(value[part])) return value;
  const renamed = Object.entries(value[part]).map(([name, held]) => [names[name] ?? name, held]);
  return { ...value, [part]: Object.fromEntries(renamed) };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
