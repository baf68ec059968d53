"use server";

import { redirect } from "next/navigation";
import { takeMessageBeside } from "@/app/[locale]/(account)/reports/[id]/message-beside";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { readDecisionForm } from "@/domain/reports/decision-form";
import { readView } from "@/domain/reports/queue-view";
import {
  endOfSittingPath,
  nextInSitting,
  readSitting,
  type Sitting,
  sittingPath,
} from "@/domain/reports/sitting";
import { unchosenChanges } from "@/domain/reports/unchosen-changes";
import { action } from "@/server/action";
import type { Db } from "@/server/database";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { takeNext } from "@/server/queue/take-next";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { joinReport } from "@/server/reports/moves/join-report";
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

/** One use case behind one button; the page is shown again as it stands after it, within its sitting where there is one. */
function move(name: string, run: Move, goesOn = false) {
  return action<never>({
    name,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      const reportId = textOf(form, "reportId");
      await run(db, actor, { reportId, version: textOf(form, "version") }, form);
      wakeMailWorker();
      const sitting = readSitting(textOf(form, "sitting"), readView(textOf(form, "view")));
      const isStopped = textOf(form, "intent") === "stop";
      const path =
        goesOn && sitting && !isStopped
          ? await nextPath(db, actor, sitting, reportId)
          : donePath(reportId, isStopped ? null : sitting);
      const locale = form.get("locale");
      redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
    },
  });
}

function donePath(reportId: string, sitting: Sitting | null): string {
  const path = sittingPath(reportId, sitting);
  return `${path}${path.includes("?") ? "&" : "?"}done=yes`;
}

/** The next report of a sitting, taken; after the tenth, or where none is left, the queue. What was decided before stays decided. */
async function nextPath(db: Db, actor: CampaignerActor, sitting: Sitting, was: string): Promise<string> {
  const following = nextInSitting(sitting);
  const next = following && (await takeNext(db, actor, { view: sitting.view, after: was }));
  return next ? sittingPath(next, following, was) : endOfSittingPath(sitting, was);
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
export const giveBack = move(
  "moderation.return",
  (db, actor, seen, form) => returnReport(db, actor, { ...seen, reason: reasonOf(form) }),
  true,
);
export const confirm = move(
  "moderation.confirm",
  (db, actor, seen, form) => confirmReport(db, actor, { ...seen, reason: reasonOf(form) }),
  true,
);
/** Gives it back to the queue and takes the next one of the sitting. */
export const skip = move("moderation.skip", (db, actor, seen) => releaseHold(db, actor, seen), true);

async function decideOne(db: Db, actor: CampaignerActor, seen: Seen, form: FormData): Promise<unknown> {
  if (textOf(form, "intent") === "renew") {
    await renewHold(db, actor, seen);
    throw new InvalidInputError({}); // nothing is wrong: the page comes again with what was typed
  }
  await takeMessageBeside(db, actor, form);
  const { decision, twin, reason, fields, notTheSameAs, sameAs } = readDecisionForm(form);
  if (twin?.is === "report") return joinReport(db, actor, { ...seen, reason, fields, other: twin.id });
  if (twin) return markDuplicate(db, actor, { ...seen, reason, fields, sameAs: twin.id, withSources: true });
  const unchosen = unchosenChanges(form);
  if (decision === "approve" && Object.keys(unchosen).length > 0) throw new InvalidInputError(unchosen);
  if (decision === "approve") return approveReport(db, actor, { ...seen, reason, fields, notTheSameAs });
  if (decision === "reject") return rejectReport(db, actor, { ...seen, reason, fields });
  if (decision === "request-changes") return requestChanges(db, actor, { ...seen, reason, fields });
  if (decision === "duplicate") return markDuplicate(db, actor, { ...seen, reason, fields, sameAs });
  throw new InvalidInputError({ decision: "decision-needed" });
}

export const decide = move("moderation.decide", decideOne, true);

export const takeBackAction = move("moderation.undo", (db, actor, _seen, form) =>
  undoChange(db, actor, {
    batchId: textOf(form, "batchId"),
    version: textOf(form, "batchVersion"),
    reason: reasonOf(form),
  }),
);
