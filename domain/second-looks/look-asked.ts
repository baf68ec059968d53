import { type QueueAddress, waitingSince } from "@/domain/reports/queue-address";
import { wordsOfName } from "@/domain/search/normalise";
import type { SecondLookLine } from "@/domain/second-looks/second-look";

/**
 * Whether an address of the queue asks for an act that waits for a second person: by the name it is about and its age. It has no area, kind of care, town or
 * source of its own, and nobody holds it. There are few, so they are sifted once they are read.
 */
export function isLookAsked(
  { name, askedAt }: Pick<SecondLookLine, "name" | "askedAt">,
  { q, area, kind, problem, age, who, town, source, batch, like }: QueueAddress,
  now: Date,
): boolean {
  if (who === "mine" || [area, kind, problem, town, source, batch, like].some((value) => value !== null))
    return false;
  const until = waitingSince(age, now);
  const words = wordsOfName(name);
  return (
    (until === null || askedAt <= until) &&
    wordsOfName(q ?? "").every((asked) => words.some((word) => word.startsWith(asked)))
  );
}
