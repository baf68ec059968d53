import { and, eq, isNotNull, isNull, notExists } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claims } from "@/db/schema";
import { providers } from "@/db/schema/places";
import type { LegalForm } from "@/domain/providers/legal-form";
import type { OwnerClass } from "@/domain/providers/owner-class";

/** Providers of which nothing says, or ever said, what they are in law: what was said and taken back is not said again by a register. */
export async function findProvidersWithoutForm(db: Db): Promise<Set<string>> {
  const said = db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.recordId, providers.id), eq(claims.field, "legal-form")));
  const rows = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(isNull(providers.legalForm), isNull(providers.mergedInto), notExists(said)));
  return new Set(rows.map(({ id }) => id));
}

/** Who owns most of each provider of which a source says so, and what it is in law. */
export async function listOwnerClasses(
  db: Db,
): Promise<Map<string, { ownerClass: OwnerClass; legalForm: LegalForm | null }>> {
  const rows = await db
    .select({ id: providers.id, ownerClass: providers.ownerClass, legalForm: providers.legalForm })
    .from(providers)
    .where(isNotNull(providers.ownerClass));
  return new Map(
    rows.flatMap(({ id, ownerClass, legalForm }) =>
      ownerClass === null ? [] : [[id, { ownerClass, legalForm }] as const],
    ),
  );
}
