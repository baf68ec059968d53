import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findPublicPlace } from "@/db/queries/report-records";
import { findReport } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import { parseInput } from "@/domain/forms/parse-input";
import { fieldOfRow, readWorksheet, WORKSHEET_ROWS, type WorksheetRow } from "@/domain/to-do/worksheet";
import { holdAccount } from "@/server/campaigners/act-as-account";
import { queueMail } from "@/server/mail/queue-mail";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { keyOfContent, readSubmissionKey } from "@/server/reports/moves/begin-report";
import { sheetMail } from "@/server/reports/moves/decision-mail";
import { readSent } from "@/server/reports/moves/send-revision";
import { submitReport } from "@/server/reports/moves/submit-report";

const inputSchema = z.object({
  submissionKey: z.unknown().transform(readSubmissionKey).optional(),
  form: z.record(z.string(), z.unknown()),
});

/**
 * Sends a report for each practice that was answered on a sheet, all with its one source: all of them or none, with one receipt. A sheet
 * that is sent again makes the same ones.
 * @returns how many reports there are of it. @throws InvalidInputError by field of the sheet; NotAllowedError; TooManyRequestsError
 */
export async function sendWorksheet(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ sent: number }> {
  assertCampaigner(actor);
  const { form, submissionKey: key } = parseInput(inputSchema, input);
  const answered = readWorksheet(form);
  if (answered.length > WORKSHEET_ROWS) throw new InvalidInputError({ answers: "worksheet-long" });
  const rows = await Promise.all(answered.map((row) => withName(db, row)));
  if (rows.length === 0) throw new InvalidInputError({ answers: "worksheet-empty" });
  const problems: Record<string, FieldProblem> = {};
  for (const row of rows) Object.assign(problems, await problemsOf(db, row, ukToday(now)));
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  await inTransaction(db, async (tx) => {
    const { email } = await holdAccount(tx, actor);
    const sent: { id: string; title: string }[] = [];
    for (const { placeId, form: said } of rows) {
      const submissionKey = key && keyOfContent(key, placeId);
      const one = { form: said, submissionKey, hasReceipt: false };
      const { reportId } = await submitReport(tx, actor, one, now);
      sent.push({ id: reportId, title: (await findReport(tx, reportId))?.title ?? "" });
    }
    if (email !== null) await queueMail(tx, sheetMail(email, sent));
  });
  return { sent: rows.length };
}

/** A report of something new says where it is by name too. */
async function withName(db: Db, { placeId, form }: WorksheetRow): Promise<WorksheetRow> {
  const placeName = (await findPublicPlace(db, placeId))?.name ?? "";
  return { placeId, form: form.aboutId ? form : { ...form, placeName } };
}

async function problemsOf(
  db: Db,
  { placeId, form }: WorksheetRow,
  today: string,
): Promise<Record<string, FieldProblem>> {
  try {
    await readSent(db, form, today);
    return {};
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const entries = Object.entries(error.fields).map(([field, problem]): [string, FieldProblem] => {
      const shown = fieldOfRow(placeId, field);
      // A row has no other fields: what it takes more to say is said with a report of its own.
      if (shown.startsWith("answer.")) return [shown, "worksheet-alone"];
      return [shown, problem === "provider-or-not-named" ? "worksheet-organisation" : problem];
    });
    return Object.fromEntries(entries);
  }
}
