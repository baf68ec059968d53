/** Text for an address: lower case, unaccented, words joined by hyphens; at most 80 characters. "record" if nothing is left. */
export function slugOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return plain || "record";
}

/**
 * Gives each base an address that nobody has: itself, or the first of base-2, base-3 … What it has given is taken from then
 * on. It goes on counting where it stopped: five thousand clinics of one name are no more work than five.
 */
export function slugGiver(given: Iterable<string>): (base: string) => string {
  const taken = new Set(given);
  const next = new Map<string, number>();
  return (base) => {
    let slug = base;
    let number = next.get(base) ?? 2;
    for (; taken.has(slug); number += 1) slug = `${base}-${number}`;
    next.set(base, number);
    taken.add(slug);
    return slug;
  };
}
