import { z } from "zod";
import { emailSchema } from "@/domain/campaigners/email";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { RETENTION } from "@/domain/privacy/retention";
import { isUuid } from "@/domain/uuid";

/** Entries that anybody can say something is wrong with. */
export const COMPLAINED_TYPES = ["service", "place", "provider"] as const;
export type ComplainedType = (typeof COMPLAINED_TYPES)[number];

/** By the first part of their addresses. */
const FOLDERS: Readonly<Record<string, ComplainedType>> = {
  services: "service",
  places: "place",
  providers: "provider",
};

export function typeOfFolder(folder: string): ComplainedType | undefined {
  return Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
}

/**
 * The entry that a pasted address of a page leads to, whatever stands in front of it: a host, a language, a definition. Care
 * that is shown by area only has no page: it is found by its id, which `npm run revealing` lists. Undefined for anything else.
 */
export function entryOfAddress(address: string): { type: ComplainedType; slug: string } | undefined {
  if (isUuid(address.trim())) return { type: "service", slug: address.trim().toLowerCase() };
  const found = /(?:^|\/)(services|places|providers)\/([^/?#\s]+)/.exec(address.trim());
  const type = found?.[1] && typeOfFolder(found[1]);
  return type && found?.[2] ? { type, slug: found[2] } : undefined;
}

/** What is wrong, in the order in which the form offers it. */
export const COMPLAINT_KINDS = [
  "wrong-provider",
  "wrong-place",
  "closed",
  "names-a-person",
  "unsafe",
  "legal",
  "other",
] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

export const MOST_COMPLAINED = 4000;

/** What the form sends. Keys of errors are those of the catalogue `complaints.errors`. */
export const complaintSchema = z.object({
  kind: z.enum(COMPLAINT_KINDS, { error: "kind" }),
  why: z
    .string()
    .overwrite(manyLines)
    .trim()
    .min(1, "why")
    .min(15, "why-short")
    .max(MOST_COMPLAINED, "why-long"),
  email: emailSchema,
});
export type Complaint = z.infer<typeof complaintSchema>;

/** The answer that goes to who complained. */
export const answerSchema = z.object({
  answer: z.string().overwrite(manyLines).trim().min(15, "reason-needed").max(MOST_COMPLAINED, "reason-long"),
});

/** What a moderator says of a fact, for every reader. */
export const disputeSchema = z.object({
  field: z.string().max(60),
  says: z.string().overwrite(oneLine).trim().min(15, "dispute-short").max(400, "dispute-long"),
});

/** Days since something was sent, whole: "today" is 0. */
export function ageInDays(sentAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - sentAt.getTime()) / 86_400_000));
}

/** After an answer the address is kept this long, for a further question, and then removed. */
export const KEEP_ADDRESS_DAYS = RETENTION.complaintAddresses.count;
