/** Megabytes that the server's own heap may take at the most; a large import needs more than reading pages does. */
const HEAP_MEGABYTES = 1024;

/**
 * How the server's process holds house with memory. Left alone, V8 lets garbage grow to several times what is used before it looks,
 * as long as the machine has memory: 600 MB became 1.7 GB. It may now grow by a seventh; young objects have little room, of
 * which the pages that are kept would otherwise take three times as much; and the allocator keeps two arenas in place of eight for each core.
 * @param {Record<string, string | undefined>} env
 * @returns {{ flags: string[], env: { MALLOC_ARENA_MAX: string } }}
 */
export function memoryFlags(env) {
  const given = Number(env.HEAP_MEGABYTES);
  const heap = Number.isInteger(given) && given >= 256 ? given : HEAP_MEGABYTES;
  return {
    flags: [`--max-old-space-size=${heap}`, "--heap-growing-percent=15", "--max-semi-space-size=8"],
    env: { MALLOC_ARENA_MAX: env.MALLOC_ARENA_MAX ?? "2" },
  };
}
