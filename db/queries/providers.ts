import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { providers } from "@/db/schema/places";
import type { ProviderDetail } from "@/domain/places/place-page";

const parent = alias(providers, "parent");

/** A provider that may have a page, with the organisation that owns it where that is public too. */
export async function findProvider(db: Db, slug: string): Promise<ProviderDetail | undefined> {
  const [row] = await db
    .select({
      id: providers.id,
      slug: providers.slug,
      name: providers.name,
      legalForm: providers.legalForm,
      owners: providers.owners,
      about: providers.about,
      website: providers.website,
      companiesHouseNumber: providers.companiesHouseNumber,
      visibility: providers.visibility,
      parent: { slug: parent.slug, name: parent.name },
    })
    .from(providers)
    .leftJoin(parent, and(eq(parent.id, providers.parentId), isNamed(parent.visibility)))
    .where(and(eq(providers.slug, slug), isNamed(providers.visibility)));
  return row;
}
