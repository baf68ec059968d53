import type { Db } from "@/db/client";
import { findPlace } from "@/db/queries/places";
import { findProvider } from "@/db/queries/providers";
import { findServiceRow } from "@/db/queries/services";
import type { ComplainedType } from "@/domain/complaints/complaint";

/** An entry that has a page, by the last part of its address; what is not public cannot be asked about. */
export async function findPublicRecord(
  db: Db,
  type: ComplainedType,
  slug: string,
): Promise<{ id: string; name: string } | undefined> {
  const found =
    type === "service"
      ? await findServiceRow(db, slug)
      : type === "place"
        ? await findPlace(db, slug)
        : await findProvider(db, slug);
  return found && found.name !== null ? { id: found.id, name: found.name } : undefined;
}
