import { z } from "zod";
import { areaOfRef } from "@/domain/areas/area-ref";
import { COMPLAINT_KINDS, type ComplaintKind } from "@/domain/complaint-kinds";
import { COMPLAINT_LAWS } from "@/domain/complaints/complaint-law";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { RETENTION } from "@/domain/privacy/retention";
import { senderFields } from "@/domain/senders/sender";
import { isUuid } from "@/domain/uuid";

/** Entries that can be marked as disputed. */
export const DISPUTED_TYPES = ["service", "place", "provider"] as const;
export type DisputedType = (typeof DISPUTED_TYPES)[number];

/** What anybody can say something is wrong with: an entry, or an area's page. */
export const COMPLAINED_TYPES = [...DISPUTED_TYPES, "area"] as const;
export type ComplainedType = (typeof COMPLAINED_TYPES)[number];

/** By the first part of their addresses. */
const FOLDERS: Readonly<Record<string, ComplainedType>> = {
  services: "service",
  places: "place",
  providers: "provider",
  areas: "area",
};

/** The page of what is complained about. `ref` is the last part of its address, of an area its `refOfArea`. */
export function complainedPath(type: ComplainedType, ref: string): string {
  const area = type === "area" ? areaOfRef(ref) : undefined;
  return area ? `/areas/${area.kind}/${area.slug}` : `/${type}s/${ref}`;
}

export function typeOfFolder(folder: string): ComplainedType | undefined {
  return Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
}

/**
 * The entry that a pasted address of a page leads to, whatever stands in front of it: a host, a language, a definition. Care
 * that is shown by area only has no page: it is found by its id, which `npm run revealing` lists. Undefined for anything else.
 */
export function entryOfAddress(address: string): { type: DisputedType; slug: string } | undefined {
  if (isUuid(address.trim())) return { type: "service", slug: address.trim().toLowerCase() };
  const found = /(?:^|\/)(services|places|providers)\/([^/?#\s]+)/.exec(address.trim());
  const type = DISPUTED_TYPES.find((known) => `${known}s` === found?.[1]);
  return type && found?.[2] ? { type, slug: found[2] } : undefined;
}

const OF_ANYTHING: readonly ComplaintKind[] = ["names-a-person", "unsafe", "defamation", "legal"];

/** What can be wrong with this, in the order in which the form offers it. An area's page has no provider or place and does not end. */
export function complaintKindsOf(type: ComplainedType): readonly ComplaintKind[] {
  if (type === "area") return ["other", "out-of-date", ...OF_ANYTHING];
  return ["wrong-provider", "wrong-place", "other", "out-of-date", "closed", ...OF_ANYTHING];
}

/** Who says so has a right to an answer, so we need to know where it goes. */
const NEEDS_ADDRESS: readonly ComplaintKind[] = ["names-a-person", "defamation", "legal"];

export const MOST_COMPLAINED = 4000;

/**
 * What the law asks of a notice of complaint of defamation in England and Wales, besides the statement itself, where it stands and an address
 * for the answer. `isFalse` says what of it is untrue, `knows` whether the poster is known well enough to be taken to court, and `consents`
 * whether the poster may be told name and address.
 */
export const NOTICE_FIELDS = ["law", "name", "statement", "harm", "isFalse", "knows", "consents"] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

const orUndefined = (text: string) => (text === "" ? undefined : text);
const line = z.string().overwrite(oneLine).trim().max(200, "notice-long").transform(orUndefined);
const lines = z.string().overwrite(manyLines).trim().max(MOST_COMPLAINED, "why-long").transform(orUndefined);
const choice = <const Value extends string>(values: readonly Value[]) =>
  z.string().transform((text) => values.find((value) => value === text));

/** Kept as far as it was filled in, whatever is wrong; null where none of it was. */
const noticeSchema = z
  .object({
    law: choice(COMPLAINT_LAWS),
    name: line,
    statement: lines,
    harm: lines,
    isFalse: lines,
    knows: choice(["yes", "no"]),
    consents: choice(["yes", "no"]),
  })
  .partial()
  .transform((notice) => (Object.values(notice).some((said) => said !== undefined) ? notice : null));
export type ComplaintNotice = NonNullable<z.output<typeof noticeSchema>>;

/** What the form sends. Keys of errors are those of the catalogue `complaints.errors`. */
export const complaintSchema = z
  .object({
    kind: z.enum(COMPLAINT_KINDS, { error: "kind" }),
    why: z
      .string()
      .overwrite(manyLines)
      .trim()
      .min(1, "why")
      .min(15, "why-short")
      .max(MOST_COMPLAINED, "why-long"),
    link: senderFields.link,
    email: senderFields.email,
    notice: noticeSchema.optional().transform((notice) => notice ?? null),
  })
  .superRefine(({ kind, notice }, context) => {
    if (kind !== "defamation") return;
    for (const field of NOTICE_FIELDS)
      if (notice?.[field] === undefined)
        context.addIssue({ code: "custom", path: ["notice", field], message: `notice-${field}` });
  })
  .refine(({ kind, email }) => email !== null || !NEEDS_ADDRESS.includes(kind), {
    path: ["email"],
    error: "email-needed",
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
