import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { commissioners } from "@/db/schema/places";

/** The name of a body that pays, which may be named; undefined where there is none under that slug. */
export async function findCommissionerName(db: Db, slug: string): Promise<string | undefined> {
  const [row] = await db
    .select({ name: commissioners.name })
    .from(commissioners)
    .where(and(eq(commissioners.slug, slug), isNamed(commissioners.visibility)));
  return row?.name;
}
