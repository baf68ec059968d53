import type { RegisterPlace } from "@/domain/places/register-place";
import { slugOf } from "@/domain/records/slug";

/**
 * What the addresses of places are made from: the name and the town, and the postcode too where several places have both
 * ("the-surgery-carlisle-ca2-7hy"). All of those get it, so that no address depends on the order of a list.
 */
export function placeSlugs(places: readonly RegisterPlace[]): Map<string, string> {
  const short = new Map(places.map((place) => [place.key, nameAndTown(place)]));
  const uses = new Map<string, number>();
  for (const slug of short.values()) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  return new Map(
    places.map(({ key, address }) => {
      const slug = short.get(key) ?? "";
      const isShared = (uses.get(slug) ?? 0) > 1;
      return [key, isShared ? `${slug}-${slugOf(address.postcode)}` : slug];
    }),
  );
}

function nameAndTown({ name, address: { town } }: RegisterPlace): string {
  const [ofName, ofTown] = [slugOf(name), slugOf(town)];
  const isNamed = town === "" || `-${ofName}-`.includes(`-${ofTown}-`);
  return isNamed ? ofName : slugOf(`${name} ${town}`);
}
