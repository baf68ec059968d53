import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { kindOfProvider } from "@/db/queries/counts-under";
import { isNamed } from "@/db/queries/visible";
import { providers } from "@/db/schema/places";
import type { ProviderInGroup } from "@/domain/figures/group";
import type { ProviderDetail } from "@/domain/pages/place-page";

const parent = alias(providers, "parent");

/** A provider that may have a page, with the organisation that owns it where that is public too. */
export async function findProvider(db: Db, slug: string): Promise<ProviderDetail | undefined> {
  const [row] = await db
    .select({
      id: providers.id,
      slug: providers.slug,
      name: providers.name,
      legalForm: providers.legalForm,
      kind: kindOfProvider(providers),
      owners: providers.owners,
      ownerClass: providers.ownerClass,
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

const GROUPED = {
  id: providers.id,
  slug: providers.slug,
  name: providers.name,
  legalForm: providers.legalForm,
  kind: kindOfProvider(providers),
  parentId: parent.id,
};

function grouped(db: Db) {
  return db
    .select(GROUPED)
    .from(providers)
    .leftJoin(parent, and(eq(parent.id, providers.parentId), isNamed(parent.visibility)))
    .$dynamic();
}

/** Every provider that may have a page, with the public organisation to whose group it belongs; by name. */
export async function listProviders(db: Db): Promise<ProviderInGroup[]> {
  return grouped(db).where(isNamed(providers.visibility)).orderBy(asc(providers.name));
}

/** The organisations that belong to one, and those that belong to these: at most ten steps down. By name. */
export async function listGroupMembers(db: Db, id: string): Promise<ProviderInGroup[]> {
  const members = sql`(
    with recursive member(id, step) as (
      select id, 1 from providers where parent_id = ${id}
      union
      select child.id, member.step + 1 from providers child join member on child.parent_id = member.id where member.step < 10
    )
    select id from member where id <> ${id}
  )`;
  return grouped(db)
    .where(and(sql`${providers.id} in ${members}`, isNamed(providers.visibility)))
    .orderBy(asc(providers.name));
}

/** The organisation that another is a part of. */
export async function findParentId(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db.select({ parentId: providers.parentId }).from(providers).where(eq(providers.id, id));
  return row?.parentId ?? undefined;
}
