import { type Db, getDb } from "@/db/client";
import { findPublicationNumber } from "@/db/queries/publications";
import { DatabaseUnavailableError } from "@/domain/errors";
import { knownPublication } from "@/server/http/publication";

export type Health = {
  status: "ok" | "database-unavailable";
  /** The newest publication in the database, and the newest this server has heard of; they differ for moments only. */
  publication?: number;
  heard: number;
};

/** Whether this server can do its work. Never throws for a silent database: that is an answer. */
export async function loadHealth(db: Db = getDb()): Promise<Health> {
  const heard = knownPublication();
  try {
    return { status: "ok", publication: await findPublicationNumber(db), heard };
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return { status: "database-unavailable", heard };
    throw error;
  }
}
