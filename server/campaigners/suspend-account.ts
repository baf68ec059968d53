import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { releaseImportsOf, setImportsAside } from "@/db/queries/batches";
import { setSuspension } from "@/db/queries/campaigners";
import { releaseHoldsOf, setReportsAside } from "@/db/queries/reports";
import { deleteSessionsOf } from "@/db/queries/sessions";
import { deleteSignInOffers } from "@/db/queries/sign-in-tokens";
import type { Actor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { SHORTEST_REASON } from "@/domain/forms/reason";
import { manyLines } from "@/domain/language/plain-text";
import { audit } from "@/server/audit";
import { openAccount, type Whose } from "@/server/campaigners/open-account";
import { recordSecurityEvent } from "@/server/security/record-security-event";

const inputSchema = z.object({
  because: z
    .string()
    .overwrite(manyLines)
    .trim()
    .min(SHORTEST_REASON, "because-needed")
    .max(500, "because-long"),
});

type Suspended = { sessions: number; reports: number; imports: number };

/**
 * Suspends an account, in one transaction: its sessions, links and codes end, what waits of it leaves the queue, what it
 * holds as a moderator goes back there, its imports cannot be approved, and its reviews do not count. Nothing is removed:
 * `restore-account.ts` brings it back.
 * @throws NotFoundError; InvalidInputError; NotAllowedError ("not-admin", "own-account", "last-admin", "already-suspended",
 * "erased").
 */
export async function suspendAccount(
  db: Db,
  actor: Actor,
  whose: Whose,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<Suspended> {
  const { because } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const account = await openAccount(tx, actor, "suspend", whose);
    if (!(await setSuspension(tx, account, { at: now, because }))) throw new ConflictError("account-changed");
    const sessions = await deleteSessionsOf(tx, account.id);
    if (account.email) await deleteSignInOffers(tx, account.email);
    const held = await releaseHoldsOf(tx, account.id);
    const heldImports = await releaseImportsOf(tx, account.id);
    const aside = await setReportsAside(tx, account.id, now);
    const imports = await setImportsAside(tx, account.id, now);
    for (const { id } of held) await audit(tx, actor, "report.released", { type: "report", id });
    for (const id of heldImports) await audit(tx, actor, "batch.released", { type: "batch", id });
    for (const { id } of aside) await audit(tx, actor, "report.set-aside", { type: "report", id });
    const subject = { type: "campaigner", id: account.id };
    const counts = { sessions, reports: aside.length, imports: imports.length };
    await audit(tx, actor, "campaigner.suspended", subject, { because, ...counts });
    await recordSecurityEvent(tx, "suspended", { accountId: account.id, by: actor });
    return counts;
  });
}
