import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Db } from "@/db/client";
import { findRevisions, lockReportOfSubmission, type ReportRow } from "@/db/queries/reports";
import { insertReport, insertReportOnce, type NewReport } from "@/db/queries/reports-write";

/** The name of the hidden field that carries a form's key; made when the form is drawn, kept with what is typed. */
export const SUBMISSION_KEY = "submissionKey";

/** @returns the key of a form that was sent, or undefined: without one (an old page, a client of its own) nothing is refused. */
export function readSubmissionKey(sent: unknown): string | undefined {
  const key = z.uuid().safeParse(sent);
  return key.success ? key.data : undefined;
}

/** The key of one part or one text of a form: somebody who goes back and writes something else has not sent the same thing twice. An id of version 8. */
export function keyOfContent(key: string, content: unknown): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([key, content]))
    .digest("hex");
  return hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-a$4-$5");
}

/** `content` is what is sent or saved, to be compared with what the same form has sent before. */
export type Submission = { key: string; content: unknown };

export type BegunReport = {
  report: ReportRow;
  /** False where the form has made a report before: it is still a draft, or it is this very report, sent. */
  isNew: boolean;
};

/**
 * The report that a form makes: a new one, or the one that the same form has made already. Of two that are sent at the
 * same time the second waits for the first. What was sent before with another text stays as it is, beside a new one.
 */
export async function beginReport(db: Db, report: NewReport, submission?: Submission): Promise<BegunReport> {
  if (submission) {
    const { key, content } = submission;
    const own = keyOfContent(key, content);
    for (const submissionKey of [key, own]) {
      const made = await insertReportOnce(db, { ...report, submissionKey });
      if (made) return { report: made, isNew: true };
      const earlier = await lockReportOfSubmission(db, { authorId: report.authorId, submissionKey });
      if (!earlier) continue; // discarded meanwhile
      const isSame =
        submissionKey === own || earlier.state === "draft" || (await wasSent(db, earlier, content));
      if (isSame) return { report: earlier, isNew: false };
    }
  }
  return { report: await insertReport(db, report), isNew: true };
}

async function wasSent(db: Db, report: ReportRow, content: unknown): Promise<boolean> {
  const revisions = await findRevisions(db, report.id);
  const kept: unknown = JSON.parse(JSON.stringify(content)); // as the database holds it
  return revisions.some(({ proposal }) => isDeepStrictEqual(proposal, kept));
}
