import type { useTranslations } from "next-intl";
import type { Role } from "@/domain/actor";
import { ROLES } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { isOneOf } from "@/domain/lists/is-one-of";
import { handleOf } from "@/domain/reports/moderator-handle";
import { referenceOf } from "@/domain/senders/sender";
import { isUuid } from "@/domain/uuid";

/** Words of the reader's language. */
export type AuditWords = {
  t: ReturnType<typeof useTranslations<"moderation.audit">>;
  roles: ReturnType<typeof useTranslations<"account.accounts.roles">>;
};

export type AuditWritten = {
  actorId: string;
  /** What they are called among moderators, where it was asked for. */
  actorName?: string | null;
  actorRole: string;
  action: AuditAction;
  subjectType: string;
  subjectId: string;
  subjectName: string | null;
};

const KINDS = [
  ...(["report", "bulk", "service", "place", "provider", "commissioner", "contract"] as const),
  ...(["source", "batch", "campaigner", "complaint", "tip", "task", "reference"] as const),
] as const;

/** Who did something and what it is about, as people are told: no address and no whole id. */
export function writeAuditLine(line: AuditWritten, { t, roles }: AuditWords): { who: string; about: string } {
  const handle = line.actorName ?? handleOf(line.actorId);
  const isRole = (text: string): text is Role => isOneOf(ROLES, text);
  const who =
    handle !== null && isRole(line.actorRole)
      ? t("whoPerson", { role: roles(line.actorRole), handle })
      : t("whoSite", { job: line.actorId });
  const kind = KINDS.find((known) => known === line.subjectType) ?? "other";
  return { who, about: t(`kinds.${kind}`, { ref: refOf(line) }) };
}

/** The sentence as plain text, for a file. */
export function auditSentence(line: AuditWritten, words: AuditWords): string {
  const { who, about } = writeAuditLine(line, words);
  return words.t.markup(`sentences.${line.action}`, { who: () => who, about: () => about });
}

function refOf({ subjectType, subjectId, subjectName }: AuditWritten): string {
  if (subjectName !== null) return subjectName;
  if (subjectType === "campaigner") return handleOf(subjectId) ?? subjectId;
  return isUuid(subjectId) ? referenceOf(subjectId) : subjectId;
}
