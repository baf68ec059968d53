import type { Db } from "@/db/client";
import { findWithheldAmong } from "@/db/queries/withholdings";
import { InvalidInputError } from "@/domain/errors";

/**
 * What a moderator took off the site must not come back with a report or an import that cites it again, or the same
 * document under another number.
 * @throws InvalidInputError on `source`.
 */
export async function refuseWithheldSources(
  db: Db,
  drafts: readonly { claims: readonly { sourceId: string }[] }[],
): Promise<void> {
  const cited = drafts.flatMap(({ claims }) => claims.map(({ sourceId }) => sourceId));
  const withheld = await findWithheldAmong(db, cited);
  if (withheld.length > 0) throw new InvalidInputError({ source: "source-withheld" });
}
