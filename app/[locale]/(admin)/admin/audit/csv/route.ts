import { getTranslations } from "next-intl/server";
import { type AuditWords, auditSentence } from "@/components/moderation/audit-words";
import { readAuditFilter } from "@/domain/audit/audit-filter";
import { toCsv } from "@/domain/csv-out";
import { ukToday } from "@/domain/dates/partial-date";
import { DomainError } from "@/domain/errors";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { log } from "@/server/log";
import { type AuditLine, auditParts } from "@/server/reports/pages/load-audit";

const HEADER = ["number", "when", "what was done", "action", "who", "role", "about", "id"];

/** The entries that the page's filter asks for, all of them, as a file that is written while it is read. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { searchParams } = new URL(request.url);
    const { filter } = readAuditFilter((name) => searchParams.get(name));
    const parts = auditParts(getDb(), await currentActor(), filter);
    const words = {
      t: await getTranslations({ locale: "en", namespace: "moderation.audit" }),
      roles: await getTranslations({ locale: "en", namespace: "account.accounts.roles" }),
    };
    return new Response(fileOf(parts, words), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="audit-${ukToday()}.csv"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    // Whoever may not read the audit learns nothing about it.
    if (error instanceof DomainError && error.code !== "unavailable")
      return new Response(null, { status: 404 });
    throw error;
  }
}

function fileOf(parts: AsyncGenerator<AuditLine[]>, words: AuditWords): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(`\uFEFF${toCsv([HEADER])}`)),
    pull: async (stream) => {
      try {
        const { value } = await parts.next();
        if (value === undefined) stream.close();
        else stream.enqueue(encoder.encode(toCsv(value.map((line: AuditLine) => cells(line, words)))));
      } catch (error) {
        // The browser shows a download that broke off, and no file that looks whole.
        log.error({ err: error }, "The audit's file broke off");
        stream.error(error);
      }
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}

function cells(line: AuditLine, words: AuditWords): string[] {
  const { number, at, action, actorId, actorRole, subjectType, subjectId } = line;
  return [
    ...[String(number), at.toISOString(), auditSentence(line, words), action],
    ...[actorId, actorRole, subjectType, subjectId],
  ];
}
