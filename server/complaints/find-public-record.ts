import type { Db } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { findPlace } from "@/db/queries/places";
import { findProvider } from "@/db/queries/providers";
import { findListedService, findServiceRow } from "@/db/queries/services";
import { areaOfRef } from "@/domain/areas/area-ref";
import type { ComplainedType } from "@/domain/complaints/complaint";
import type { ServiceCategory } from "@/domain/services/category";
import { isUuid } from "@/domain/uuid";

/** What a reader may be told of an entry. One without a page has no slug and no name, but is of a kind of care. */
export type PublicRecord =
  | { id: string; slug: string; name: string }
  | { id: string; slug: null; name: null; category: ServiceCategory };

/**
 * An entry that the public can see, by the last part of its page's address; a service that lists show without a page, such as
 * one shown by area only, by its id alone: the slug it would have tells its place. What is not public cannot be asked about.
 */
export async function findPublicRecord(
  db: Db,
  type: ComplainedType,
  ref: string,
): Promise<PublicRecord | undefined> {
  if (type === "service" && isUuid(ref)) {
    const listed = await findListedService(db, ref);
    if (!listed) return undefined;
    const { id, slug, name, category } = listed;
    return slug !== null && name !== null ? { id, slug, name } : { id, slug: null, name: null, category };
  }
  const area = type === "area" ? areaOfRef(ref) : undefined;
  if (area) {
    const row = await findArea(db, area.kind, area.slug);
    return row && { id: row.id, slug: ref, name: row.nameEn };
  }
  if (type === "area") return undefined;
  const found =
    type === "service"
      ? await findServiceRow(db, ref)
      : type === "place"
        ? await findPlace(db, ref)
        : await findProvider(db, ref);
  return found && found.name !== null ? { id: found.id, slug: ref, name: found.name } : undefined;
}
