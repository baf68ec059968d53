import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { plainNameOf } from "@/db/queries/plain-name";
import { areas } from "@/db/schema/areas";
import { campaigners, moderatorAreas } from "@/db/schema/campaigners";
import { reports } from "@/db/schema/reports";
import type { AreaLimits } from "@/domain/campaigners/area-limits";
import { plainName } from "@/domain/names/plain-name";
import type { AreaSummary } from "@/domain/pages/area-page";

const near = alias(areas, "near");

/**
 * The areas in which moderators who are limited decide, by whose they are; whoever is not in it is not limited. Who serves a board or a
 * council is in its nation, so a nation is every area of it.
 * @param campaignerId of one alone; of all without it.
 */
export async function findAreaLimits(db: Db, campaignerId?: string): Promise<AreaLimits> {
  const rows = await db
    .select({ id: moderatorAreas.campaignerId, areaId: near.id })
    .from(moderatorAreas)
    .innerJoin(
      campaigners,
      // Of an admin nothing is limited, whatever stands there from before.
      and(eq(campaigners.id, moderatorAreas.campaignerId), eq(campaigners.role, "moderator")),
    )
    .innerJoin(areas, eq(areas.id, moderatorAreas.areaId))
    .innerJoin(near, or(eq(near.id, areas.id), and(eq(areas.kind, "nation"), eq(near.nation, areas.nation))))
    .where(campaignerId === undefined ? undefined : eq(moderatorAreas.campaignerId, campaignerId));
  const limits = new Map<string, Set<string>>();
  for (const { id, areaId } of rows) {
    const own = limits.get(id) ?? new Set();
    limits.set(id, own.add(areaId));
  }
  return limits;
}

/** The areas that somebody was limited to, by name, whether that counts for their role or not. */
export async function listModeratorAreas(db: Db, campaignerId: string): Promise<AreaSummary[]> {
  const { id, kind, slug, nameEn, nameCy, nation } = areas;
  return db
    .select({ id, kind, slug, nameEn, nameCy, nation })
    .from(moderatorAreas)
    .innerJoin(areas, eq(areas.id, moderatorAreas.areaId))
    .where(eq(moderatorAreas.campaignerId, campaignerId))
    .orderBy(asc(nameEn), asc(kind));
}

export async function replaceModeratorAreas(
  db: Db,
  campaignerId: string,
  areaIds: readonly string[],
): Promise<void> {
  await db.delete(moderatorAreas).where(eq(moderatorAreas.campaignerId, campaignerId));
  if (areaIds.length > 0)
    await db.insert(moderatorAreas).values(areaIds.map((areaId) => ({ campaignerId, areaId })));
}

/** Areas of today that have this very name. */
export async function findAreasNamed(db: Db, name: string): Promise<AreaSummary[]> {
  const plain = plainName(name);
  if (plain === "") return [];
  const { id, kind, slug, nameEn, nameCy, nation } = areas;
  return db
    .select({ id, kind, slug, nameEn, nameCy, nation })
    .from(areas)
    .where(
      and(
        or(
          sql`${plainNameOf(nameEn)} = ${plain}`,
          sql`${plainNameOf(sql`coalesce(${nameCy}, '')`)} = ${plain}`,
        ),
        isCurrentArea(),
      ),
    )
    .orderBy(asc(kind), asc(slug))
    .limit(20);
}

/** What somebody holds that lies in none of these areas goes back to the queue. @returns the reports' ids. */
export async function releaseHoldsOutside(
  db: Db,
  moderatorId: string,
  areaIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .update(reports)
    .set({ state: "submitted", heldBy: null, holdExpiresAt: null, version: sql`${reports.version} + 1` })
    .where(
      and(
        eq(reports.heldBy, moderatorId),
        inArray(reports.state, ["in-review"]),
        sql`not ${reports.areaIds} && ${sql.param([...areaIds])}::uuid[]`,
      ),
    )
    .returning({ id: reports.id });
  return rows.map(({ id }) => id);
}
