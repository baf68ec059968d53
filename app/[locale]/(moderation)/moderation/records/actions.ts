"use server";

import { redirect } from "next/navigation";
import { type CampaignerActor, hasRole } from "@/domain/actor";
import { entryOfAddress } from "@/domain/complaints/complaint";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { answerComplaint } from "@/server/complaints/answer-complaint";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { publishComment } from "@/server/complaints/publish-comment";
import type { Db } from "@/server/database";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { citeAgain, dropSource } from "@/server/records/drop-source";
import { restoreRecord } from "@/server/records/restore-record";
import { reviseSource } from "@/server/records/revise-source";
import { withholdRecord } from "@/server/records/withhold-record";

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

function go(form: FormData, path: string): never {
  const locale = form.get("locale");
  redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
}

/** One use case behind one button of an entry's page; the page is shown again as it stands after it. */
function move(
  done: string,
  run: (db: Db, actor: CampaignerActor, form: FormData) => Promise<unknown>,
  /** What is said instead, by what came of it. */
  instead: (made: unknown) => string | null = () => null,
) {
  return action<never>({
    name: `records.${done}`,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      const made = await run(db, actor, form);
      const [type, id] = [textOf(form, "type"), textOf(form, "ref")];
      go(form, `/moderation/records/${type}/${encodeURIComponent(id)}?done=${instead(made) ?? done}`);
    },
  });
}

const asked = (form: FormData) => ({ type: textOf(form, "type"), ref: textOf(form, "ref") });
const seen = (form: FormData) => ({ ...asked(form), version: textOf(form, "version") });
const braked = (form: FormData) => ({ ...seen(form), reason: textOf(form, "reason") });

export const withhold = move(
  "withheld",
  async (db, actor, form) => (await withholdRecord(db, actor, braked(form))).need,
  (need) => (need === "two" ? "withheld-second" : null),
);
export const restoreRecordAction = move(
  "restored",
  async (db, actor, form) => (await restoreRecord(db, actor, braked(form))).need,
  (need) => (need === "two" ? "restore-asked" : null),
);
export const dispute = move("disputed", (db, actor, form) =>
  markDisputed(db, actor, {
    ...seen(form),
    field: textOf(form, "field"),
    says: textOf(form, "says"),
    complaintId: textOf(form, "complaintId"),
  }),
);
export const comment = move("commented", (db, actor, form) =>
  publishComment(db, actor, {
    ref: textOf(form, "ref"),
    comment: textOf(form, "comment"),
    document: textOf(form, "document"),
    date: textOf(form, "date"),
    url: textOf(form, "url"),
    verified: textOf(form, "verified"),
  }),
);
/** A quotation is named after a fact that has it. */
const QUOTE = "quote.";
export const reviseSourceAction = move("revised", (db, actor, form) =>
  reviseSource(db, actor, {
    ...asked(form),
    reason: textOf(form, "reason"),
    title: textOf(form, "title"),
    publisher: textOf(form, "publisher"),
    url: textOf(form, "url"),
    publishedOn: textOf(form, "publishedOn"),
    quotes: Object.fromEntries(
      [...form.keys()]
        .filter((name) => name.startsWith(QUOTE))
        .map((name) => [name.slice(QUOTE.length), textOf(form, name)]),
    ),
  }),
);
const cut = (form: FormData) => ({ ...braked(form), sourceId: textOf(form, "sourceId") });
export const dropSourceAction = move("dropped", (db, actor, form) => dropSource(db, actor, cut(form)));
export const citeAgainAction = move("cited", (db, actor, form) => citeAgain(db, actor, cut(form)));
export const settle = move("settled", (db, actor, form) => settleDispute(db, actor, braked(form)));

export const findEntry = action<never>({
  name: "records.find",
  signedIn: true,
  run: async ({ actor, form }) => {
    if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
    const entry = entryOfAddress(textOf(form, "address"));
    if (!entry) throw new InvalidInputError({ address: "entry-address" });
    go(form, `/moderation/records/${entry.type}/${encodeURIComponent(entry.slug)}`);
  },
});

export const answer = action<never>({
  name: "complaints.answer",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const complaintId = textOf(form, "complaintId");
    const input = { complaintId, version: textOf(form, "version"), answer: textOf(form, "answer") };
    const isMailed = await answerComplaint(db, actor, input);
    wakeMailWorker();
    go(form, `/moderation/complaints/${complaintId}?done=${isMailed ? "answered" : "closed"}`);
  },
});
