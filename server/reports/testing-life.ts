import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema";
import { DomainError } from "@/domain/errors";

/** For tests of a whole life: what was refused, and what the audit tells of it. */

/** How many lives a model goes through in one test. */
export const LIVES = 12;
/** How often it does, each a test of its own; `npm run soak` says more. */
export const ROUNDS = Array.from({ length: Number(process.env.LIFE_ROUNDS ?? 1) }, (_, index) => index + 1);

/** What was refused, by name; undefined where it was done. Anything but a refusal of ours is a fault. */
export async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** What was done to one thing, oldest first. */
export async function auditOf(inner: Db, id: string) {
  return inner
    .select({ action: auditEntries.action, payload: auditPayloads.payload })
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(eq(auditEntries.subjectId, id))
    .orderBy(asc(auditEntries.number));
}
