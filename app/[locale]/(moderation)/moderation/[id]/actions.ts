"use server";

import { redirect } from "next/navigation";
import { takeMessageBeside } from "@/app/[locale]/(account)/reports/[id]/message-beside";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { readDecisionForm } from "@/domain/reports/decision-form";
import { unchosenChanges } from "@/domain/reports/unchosen-changes";
import { action } from "@/server/action";
import type { Db } from "@/server/database";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { markDuplicate } from "@/server/reports/moves/mark-duplicate";
import { passOn } from "@/server/reports/moves/pass-on";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { releaseHold } from "@/server/reports/moves/release-hold";
import { renewHold } from "@/server/reports/moves/renew-hold";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { returnReport } from "@/server/reports/moves/return-report";
import { takeOver } from "@/server/reports/moves/take-over";

type Seen = { reportId: string; version: string };
type Move = (db: Db, actor: CampaignerActor, seen: Seen, form: FormData) => Promise<unknown>;

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

/** One use case behind one button; the page is shown again as it stands after it. */
function move(name: string, run: Move) {
  return action<never>({
    name,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      const reportId = textOf(form, "reportId");
      await run(db, actor, { reportId, version: textOf(form, "version") }, form);
      wakeMailWorker();
      const locale = form.get("locale");
      redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/moderation/${reportId}?done=yes`));
    },
  });
}

const reasonOf = (form: FormData) => textOf(form, "reason");
const noteOf = (form: FormData) => textOf(form, "note");

export const hold = move("moderation.hold", (db, actor, seen) => holdReport(db, actor, seen));
export const renew = move("moderation.renew", (db, actor, seen) => renewHold(db, actor, seen));
export const release = move("moderation.release", (db, actor, seen) => releaseHold(db, actor, seen));
export const take = move("moderation.take-over", (db, actor, seen, form) =>
  takeOver(db, actor, { ...seen, note: noteOf(form) }),
);
export const pass = move("moderation.pass-on", (db, actor, seen, form) =>
  passOn(db, actor, { ...seen, to: textOf(form, "to"), note: noteOf(form) }),
);
export const giveBack = move("moderation.return", (db, actor, seen, form) =>
  returnReport(db, actor, { ...seen, reason: reasonOf(form) }),
);
export const confirm = move("moderation.confirm", (db, actor, seen, form) =>
  confirmReport(db, actor, { ...seen, reason: reasonOf(form) }),
);

export const decide = move("moderation.decide", async (db, actor, seen, form) => {
  if (textOf(form, "intent") === "renew") {
    await renewHold(db, actor, seen);
    throw new InvalidInputError({}); // nothing is wrong: the page comes again with what was typed
  }
  await takeMessageBeside(db, actor, form);
  const { decision, reason, fields, notTheSameAs, sameAs } = readDecisionForm(form);
  const unchosen = unchosenChanges(form);
  if (decision === "approve" && Object.keys(unchosen).length > 0) throw new InvalidInputError(unchosen);
  if (decision === "approve") return approveReport(db, actor, { ...seen, reason, fields, notTheSameAs });
  if (decision === "reject") return rejectReport(db, actor, { ...seen, reason, fields });
  if (decision === "request-changes") return requestChanges(db, actor, { ...seen, reason, fields });
  if (decision === "duplicate") return markDuplicate(db, actor, { ...seen, reason, sameAs });
  throw new InvalidInputError({ decision: "decision-needed" });
});

export const takeBackAction = move("moderation.undo", (db, actor, _seen, form) =>
  undoChange(db, actor, {
    batchId: textOf(form, "batchId"),
    version: textOf(form, "batchVersion"),
    reason: reasonOf(form),
  }),
);
