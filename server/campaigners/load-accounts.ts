import type { Db } from "@/db/client";
import { countApprovedBy, countWorkOf, type WorkCount } from "@/db/queries/account-work";
import {
  type CampaignerRow,
  countAdmins,
  findCampaigner,
  findCampaignerByEmail,
  listAccounts,
} from "@/db/queries/campaigners";
import { findCalled } from "@/db/queries/colleagues";
import { listModeratorAreas } from "@/db/queries/moderator-areas";
import { countSessionsOf } from "@/db/queries/sessions";
import { type AnyActor, hasRole, ROLES, type Role } from "@/domain/actor";
import {
  ACCOUNT_MOVES,
  type AccountMove,
  type AccountRefusal,
  accountRefusal,
} from "@/domain/campaigners/account-policy";
import { emailSchema } from "@/domain/campaigners/email";
import { type RoleRefusal, roleRefusal } from "@/domain/campaigners/role-policy";
import { InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import type { AreaSummary } from "@/domain/pages/area-page";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";

export type AccountLine = {
  id: string;
  email: string;
  handle: string;
  /** What they chose to be called among moderators. */
  called: string | null;
  role: Role;
  since: Date;
  hasSignedIn: boolean;
  suspendedAt: Date | null;
};
export type AccountRead = AccountLine & {
  because: string | null;
  sessions: number;
  refusals: Partial<Record<AccountMove, AccountRefusal>>;
  /** Roles that can be given, and why none can. */
  roles: Role[];
  roleRefusal: RoleRefusal | null;
  /** The areas that they are limited to as a moderator; none for everywhere. */
  areas: AreaSummary[];
  /** What they did in the last 90 days, the most often first. */
  work: WorkCount[];
  /** What they approved in that time, and how much of it still stands. */
  approved: { count: number; standing: number };
};

const A_PAGE = 50;
/** How far back the record of somebody's work goes. */
export const WORK_DAYS = 90;

/** A page of accounts, highest role first. @throws NotAllowedError for everybody but admins. */
export async function loadAccounts(
  db: Db,
  actor: AnyActor,
  { handle = null, page = 1 }: { handle?: string | null; page?: number } = {},
): Promise<{ lines: AccountLine[]; total: number; page: number; pages: number }> {
  assertAdmin(actor);
  const wanted = Number.isSafeInteger(page) && page >= 1 && page < 1_000_000 ? page : 1;
  const { rows, total } = await listAccounts(db, { handle, skip: (wanted - 1) * A_PAGE, limit: A_PAGE });
  return { lines: rows.map(toLine), total, page: wanted, pages: Math.max(1, Math.ceil(total / A_PAGE)) };
}

/**
 * Whom somebody typed: by the whole address, or by four letters.
 * @returns the one account, or the letters where several have them.
 * @throws InvalidInputError; NotAllowedError for everybody but admins.
 */
export async function findAccount(
  db: Db,
  actor: AnyActor,
  typed: string,
): Promise<{ id: string } | { handle: string }> {
  assertAdmin(actor);
  const who = typed.trim();
  if (who === "") throw new InvalidInputError({ who: "who-needed" });
  const email = emailSchema.safeParse(who);
  const known = email.success ? await findCampaignerByEmail(db, email.data) : undefined;
  if (known) return { id: known.id };
  const called = await findCalled(db, who);
  if (called !== undefined) return { id: called };
  if (!/^[0-9a-f]{4}$/i.test(who)) throw new InvalidInputError({ who: "nobody-found" });
  const { rows } = await listAccounts(db, { handle: who, skip: 0, limit: 2 });
  const [first, second] = rows;
  if (!first) throw new InvalidInputError({ who: "nobody-found" });
  return second ? { handle: who.toLowerCase() } : { id: first.id };
}

/** @throws NotFoundError; NotAllowedError for everybody but admins. */
export async function loadAccount(
  db: Db,
  actor: AnyActor,
  id: string,
  now: Date = new Date(),
): Promise<AccountRead> {
  assertAdmin(actor);
  const row = isUuid(id) ? await findCampaigner(db, id) : undefined;
  if (!row || row.erasedAt) throw new NotFoundError("account");
  const admins = await countAdmins(db);
  const since = new Date(now.getTime() - WORK_DAYS * 86_400_000);
  const isSuspended = row.suspendedAt !== null;
  const refusals: AccountRead["refusals"] = {};
  for (const move of ACCOUNT_MOVES) {
    const refusal = accountRefusal(actor, move, { id, role: row.role, isSuspended, isErased: false, admins });
    if (refusal) refusals[move] = refusal;
  }
  const others = ROLES.filter((role) => role !== row.role);
  const refusalOf = (wanted: Role) =>
    roleRefusal(actor, { current: row.role, wanted, erased: false, suspended: isSuspended, admins });
  const roles = others.filter((wanted) => refusalOf(wanted) === null);
  const [other] = others;
  return {
    ...toLine(row),
    because: row.suspendedBecause,
    sessions: await countSessionsOf(db, id, now),
    refusals,
    roles,
    areas: await listModeratorAreas(db, id),
    work: await countWorkOf(db, id, since),
    approved: await countApprovedBy(db, id, since),
    roleRefusal: roles.length === 0 && other ? refusalOf(other) : null,
  };
}

function toLine(row: CampaignerRow): AccountLine {
  const { id, email, role, called, createdAt, emailVerifiedAt, suspendedAt } = row;
  return {
    id,
    email: email ?? "",
    handle: moderatorHandle(id),
    called,
    role,
    since: createdAt,
    hasSignedIn: emailVerifiedAt !== null,
    suspendedAt,
  };
}

function assertAdmin(actor: AnyActor): void {
  if (!hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
}
