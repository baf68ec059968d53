import { z } from "zod";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { passesForPostcode } from "@/domain/look-up/near-postcode";
import { type ReportFormValues, sourceField } from "@/domain/reports/new-service-form";
import { senderFields } from "@/domain/senders/sender";

const LONGEST = 4000;

/** "Tell us what is missing here", as it is sent. Keys of errors are those of the catalogues `tips.errors` and `senders.errors`. */
export const tipSchema = z.object({
  whereabouts: z.string().overwrite(oneLine).trim().min(2, "whereabouts").max(120, "whereabouts-long"),
  says: z.string().overwrite(manyLines).trim().min(1, "says").min(15, "says-short").max(LONGEST, "says-long"),
  link: senderFields.link,
  email: senderFields.email,
});

/** What a moderator lets campaigners read of a tip. */
export const shownTipSchema = z.object({
  shown: z.string().overwrite(manyLines).trim().min(15, "reason-needed").max(600, "reason-long"),
});

/** What becomes of a tip in the end; who sent it reads it where they gave an address. */
export const closedTipSchema = z.object({
  answer: z.string().overwrite(manyLines).trim().min(15, "reason-needed").max(LONGEST, "reason-long"),
});

/** A tip that says where it can be read can become a report at once; without a source it is a lead: somebody has to find one. */
export function isTipWithSource(tip: { link: string | null }): boolean {
  return tip.link !== null;
}

/** A tip as campaigners and reviewers see it on the page of leads. */
export type TipLead = {
  id: string;
  /** The area whose page it came from. */
  area: { kind: string; slug: string; name: string; nameCy: string | null } | null;
  whereabouts: string;
  /** A moderator's words, or, for a reviewer, what was typed. */
  text: string;
  link: string | null;
  /** Whether a moderator has shown it. What is not shown only reviewers see, and only with a source. */
  isShown: boolean;
};

/** What a report form begins with that is made of a tip: where, the source, and what it says as a note for moderators. */
export function reportFormOfTip({ whereabouts, text, link }: TipLead): ReportFormValues {
  return {
    [passesForPostcode(whereabouts) ? "postcode" : "placeName"]: whereabouts,
    note: text.slice(0, 1000),
    ...(link === null ? {} : { [sourceField(0, "url")]: link }),
  };
}
