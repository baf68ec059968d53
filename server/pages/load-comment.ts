import type { Db } from "@/db/client";
import { listSourcedClaims } from "@/db/queries/claims-read";
import { hideQuotes } from "@/domain/claims/hide-quotes";
import { type ClaimRead, readClaims } from "@/domain/claims/reading";

/**
 * What an organisation says itself of its entries, to be printed beside one of them; null where it has sent nothing.
 * @param providerId of one that may be named; undefined for none
 * @param hidden names that the page may not tell
 */
export async function loadComment(
  db: Db,
  providerId: string | undefined,
  hidden: Parameters<typeof hideQuotes>[1],
): Promise<ClaimRead | null> {
  if (providerId === undefined) return null;
  const said = await listSourcedClaims(db, "provider", [providerId], "comment");
  return hideQuotes(readClaims(said), hidden).find(({ isInForce }) => isInForce) ?? null;
}
