import { z } from "zod";
import { CONTRACT_TYPES } from "@/domain/contracts/contract";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { PROVIDER_KINDS } from "@/domain/providers/legal-form";
import {
  changeSchema,
  correctionSchema,
  isSomewhere,
  notOutsourcedSchema,
  sameAsSchema,
  servedAreaSchema,
  stillThereSchema,
} from "@/domain/reports/change-proposals";
import { pointSchema } from "@/domain/reports/typed-point";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { sourceInputSchema } from "@/domain/sources/source";

/** The kinds of report. `product.md`, Words. */
export const REPORT_KINDS = [
  "new-service",
  "correction",
  "change",
  "still-there",
  "same-as",
  "not-outsourced",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

const optional = (max: number) => z.string().overwrite(oneLine).trim().max(max, "too-long");
const required = (max: number) =>
  z.string().overwrite(oneLine).trim().min(1, "required").min(2, "too-short").max(max, "too-long");
const sources = z.array(sourceInputSchema).min(1, "source-required").max(5, "too-many");
const note = z.string().overwrite(manyLines).trim().max(2000, "too-long");

const newServiceFields = z.object({
  kind: z.literal("new-service"),
  v: z.literal(1),
  category: z.enum(SERVICE_CATEGORIES, "choice"),
  /** Set when the volunteer chose a place we know; its name and address are then ours. */
  placeId: z.uuid().nullable(),
  placeName: required(200),
  addressLines: optional(300),
  town: optional(100),
  postcode: optional(12),
  /** A pin on the map; missing in reports that were sent before there was one. */
  point: pointSchema.optional(),
  /** The area that is served by what has no place of its own; likewise. */
  areaId: servedAreaSchema.optional(),
  naming: z.enum(["named", "not-named"], "choice"),
  providerName: optional(200),
  providerKind: z.enum(PROVIDER_KINDS, "choice").or(z.literal("")),
  commissionerName: optional(200),
  contractType: z.enum(CONTRACT_TYPES, "choice").or(z.literal("")),
  startedOn: partialDateSchema.or(z.literal("")),
  status: z.enum(["operating", "planned"], "choice"),
  sources,
  note,
});
const providerFields = newServiceFields.pick({ naming: true, providerName: true });
const whereFields = newServiceFields.pick({
  placeId: true,
  postcode: true,
  town: true,
  point: true,
  areaId: true,
});

/** Zod skips a refinement while any field fails; these look at their own fields only, so that all is said at once. */
export const newServiceSchema = newServiceFields
  .refine((report) => report.naming === "not-named" || report.providerName !== "", {
    path: ["providerName"],
    error: "provider-or-not-named",
    when: ({ value }) => providerFields.safeParse(value).success,
  })
  .refine((report) => report.naming === "not-named" || report.providerName.length !== 1, {
    path: ["providerName"],
    error: "too-short",
    when: ({ value }) => providerFields.safeParse(value).success,
  })
  .refine((report) => report.placeId !== null || isSomewhere(report), {
    path: ["postcode"],
    error: "postcode-or-town",
    when: ({ value }) => whereFields.safeParse(value).success,
  });
export type NewServiceProposal = z.infer<typeof newServiceSchema>;

/** What a report proposes: one versioned, typed union. A revision stores it as it was submitted. */
export const proposalSchema = z.discriminatedUnion("kind", [
  newServiceSchema,
  correctionSchema,
  changeSchema,
  stillThereSchema,
  sameAsSchema,
  notOutsourcedSchema,
]);
export type Proposal = z.infer<typeof proposalSchema>;

/** Fields of a new service on which a moderator gives a verdict and a comment each. */
export const NEW_SERVICE_FIELDS = [
  "category",
  "place",
  "provider",
  "commissioner",
  "contract",
  "started-on",
  "status",
  "sources",
] as const;
export type NewServiceField = (typeof NEW_SERVICE_FIELDS)[number];

/**
 * Parts of a report of any kind: those of a new service, then those that only a report about an entry has (the day of a change, what is
 * right instead, the entry that stays of two, and that a place was checked).
 */
export const REPORT_PARTS = [...NEW_SERVICE_FIELDS, "changed-on", "value", "same-as", "check"] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export const FIELD_VERDICTS = ["accept", "change", "refuse", "ask"] as const;
export type FieldVerdict = (typeof FIELD_VERDICTS)[number];

export const DECISION_VERDICTS = [
  "approve",
  "approve-in-part",
  "send-for-second",
  "confirm",
  "return",
  "reject",
  "request-changes",
  "duplicate",
  "take-back",
] as const;
export type DecisionVerdict = (typeof DECISION_VERDICTS)[number];

export const REVIEW_VERDICTS = ["confirm", "dispute"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** The states of an import; its moves are in `domain/imports/import-policy.ts`. */
export const BATCH_STATES = ["previewed", "submitted", "approved", "refused", "undone"] as const;
export type BatchState = (typeof BATCH_STATES)[number];
