import { type Db, getDb } from "@/db/client";
import { listDatasets } from "@/db/queries/areas";
import { findPublicationNumber } from "@/db/queries/publications";
import { DatabaseUnavailableError } from "@/domain/errors";
import { knownPublication } from "@/server/http/publication";
import { type AuditCheck, findAuditCheck } from "@/server/security/check-audit";

const LATE_HOURS = 48;

export type Health = {
  status: "ok" | "database-unavailable";
  /** The newest publication in the database, and the newest this server has heard of; they differ for moments only. */
  publication?: number;
  heard: number;
  /** The vintage of each dataset loaded in the database, by its key, such as `"code-point-open": "2025-10"`. */
  vintages?: Record<string, string>;
  /** Whether the audit held at its last check, and how many hours ago that was; "late" when that is more than two days. */
  audit?: { status: "ok" | "broken" | "late" | "not-checked"; hours?: number } | undefined;
};

/** Whether this server can do its work. Never throws for a silent database: that is an answer. */
export async function loadHealth(db: Db = getDb(), now = new Date()): Promise<Health> {
  const heard = knownPublication();
  try {
    const publication = await findPublicationNumber(db);
    const datasets = await listDatasets(db);
    const vintages = Object.fromEntries(datasets.map(({ key, vintage }) => [key, vintage]));
    const audit = auditHealth(await findAuditCheck(db), now);
    return { status: "ok", publication, heard, vintages, audit };
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return { status: "database-unavailable", heard };
    throw error;
  }
}

/** A broken audit does not make the site unwell: what it shows is the same, and somebody has to look at it. */
function auditHealth(check: AuditCheck | null, now: Date): Health["audit"] {
  if (!check) return { status: "not-checked" };
  const hours = Math.floor((now.getTime() - Date.parse(check.at)) / 3_600_000);
  if (check.faultAt !== null) return { status: "broken", hours };
  return { status: hours > LATE_HOURS ? "late" : "ok", hours };
}
