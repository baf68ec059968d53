import type { Db } from "@/db/client";
import { findCampaigner } from "@/db/queries/campaigners";
import { nameColleagues } from "@/db/queries/colleagues";
import { countAccountRecords } from "@/db/queries/queue";
import { findSecondLook, listOpenLooks, type SecondLookRow } from "@/db/queries/second-looks";
import { findRecord } from "@/db/queries/withholdings";
import type { AnyActor, CampaignerActor, Role } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import {
  mayTakeBack,
  type SecondLookLine,
  type SecondVerdict,
  secondRefusal,
} from "@/domain/second-looks/second-look";
import { referenceOf, SENT_KINDS } from "@/domain/senders/sender";
import { isUuid } from "@/domain/uuid";
import { assertModerating } from "@/server/reports/pages/load-queue";
import { findColleagues, findSeconders } from "@/server/second-looks/find-seconders";

export type SecondLookRead = SecondLookLine & {
  subject: { type: SecondLookRow["subjectType"]; id: string };
  reason: string;
  /** Of a role. */
  roles: { from: Role; to: Role } | null;
  /** How many reports an account has sent; null of an entry. */
  sent: number | null;
  /** Nobody can be the second any more: whoever asked may do it again, alone. */
  isStuck: boolean;
  mayTakeBack: boolean;
  decided: { verdict: SecondVerdict; who: string | null; at: Date; because: string } | null;
};

/** What waits for a second person, the longest first. @throws NotAllowedError */
export async function loadSecondLooks(db: Db, actor: AnyActor): Promise<SecondLookLine[]> {
  assertModerating(actor);
  const looks = await listOpenLooks(db);
  if (looks.length === 0) return [];
  const known = await findColleagues(db);
  const nameOf = await nameColleagues(
    db,
    looks.map(({ askedBy }) => askedBy),
  );
  const lines: SecondLookLine[] = [];
  for (const look of looks) lines.push((await lineOf(db, actor, look, { nameOf, known })).line);
  return lines;
}

/** One of them, decided or not. @throws NotAllowedError; NotFoundError */
export async function loadSecondLook(db: Db, actor: AnyActor, id: string): Promise<SecondLookRead> {
  assertModerating(actor);
  const look = isUuid(id) ? await findSecondLook(db, id) : undefined;
  if (!look) throw new NotFoundError("second-look");
  const nameOf = await nameColleagues(db, [look.askedBy, look.decidedBy]);
  const { line, able } = await lineOf(db, actor, look, { nameOf, known: await findColleagues(db) });
  const account = look.subjectType === "campaigner" ? await findCampaigner(db, look.subjectId) : undefined;
  const records = account ? await countAccountRecords(db, [account.id]) : null;
  const { verdict, decidedAt } = look;
  return {
    ...line,
    subject: { type: look.subjectType, id: look.subjectId },
    reason: look.reason,
    roles: account && look.wanted ? { from: account.role, to: look.wanted } : null,
    sent: records ? (records.get(look.subjectId)?.sent ?? 0) : null,
    isStuck: verdict === null && able.length === 0,
    mayTakeBack: verdict === null && line.refusal === "second-asked" && mayTakeBack(look.act),
    decided:
      verdict !== null && decidedAt !== null
        ? { verdict, who: nameOf(look.decidedBy), at: decidedAt, because: look.because }
        : null,
  };
}

async function lineOf(
  db: Db,
  actor: CampaignerActor,
  look: SecondLookRow,
  {
    nameOf,
    known,
  }: { nameOf: (id: string) => string | null; known: Awaited<ReturnType<typeof findColleagues>> },
): Promise<{ line: SecondLookLine; able: string[] }> {
  const { asked, able } = await findSeconders(db, look, known);
  const { id, act, askedBy, askedAt } = look;
  const refusal = secondRefusal(actor.id, asked, able);
  const { subjectType } = look;
  const about = aboutOf(act, subjectType);
  const line = { id, act, about, name: await nameAbout(db, look), asker: nameOf(askedBy), askedAt, refusal };
  return { line, able };
}

function aboutOf(
  act: SecondLookRow["act"],
  subjectType: SecondLookRow["subjectType"],
): SecondLookLine["about"] {
  if (isOneOf(SENT_KINDS, subjectType)) return `erase-${subjectType}`;
  if (act === "erase" && subjectType === "source") return "erase-source";
  return act === "erase" && subjectType !== "campaigner" ? "erase-entry" : act;
}

async function nameAbout(db: Db, { subjectType, subjectId }: SecondLookRow): Promise<string> {
  if (isOneOf(SENT_KINDS, subjectType)) return referenceOf(subjectId);
  if (subjectType !== "campaigner")
    return (await findRecord(db, subjectType, subjectId))?.name || referenceOf(subjectId);
  return (await nameColleagues(db, [subjectId]))(subjectId) ?? moderatorHandle(subjectId);
}
