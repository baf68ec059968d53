import { type Db, getDb } from "@/db/client";
import { listDatasets } from "@/db/queries/areas";
import { findPublicationNumber } from "@/db/queries/publications";
import { DatabaseUnavailableError } from "@/domain/errors";
import { knownPublication } from "@/server/http/publication";

export type Health = {
  status: "ok" | "database-unavailable";
  /** The newest publication in the database, and the newest this server has heard of; they differ for moments only. */
  publication?: number;
  heard: number;
  /** The vintage of each dataset loaded in the database, by its key, such as `"code-point-open": "2025-10"`. */
  vintages?: Record<string, string>;
};

/** Whether this server can do its work. Never throws for a silent database: that is an answer. */
export async function loadHealth(db: Db = getDb()): Promise<Health> {
  const heard = knownPublication();
  try {
    const publication = await findPublicationNumber(db);
    const datasets = await listDatasets(db);
    const vintages = Object.fromEntries(datasets.map(({ key, vintage }) => [key, vintage]));
    return { status: "ok", publication, heard, vintages };
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return { status: "database-unavailable", heard };
    throw error;
  }
}
