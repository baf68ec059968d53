import { z } from "zod";
import { daySchema, partialDateSchema } from "@/domain/dates/partial-date";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { keysOf } from "@/domain/lists/keys-of";
import { PLACE_KINDS } from "@/domain/places/place";
import { LEGAL_FORMS, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { OWNER_CLASSES } from "@/domain/providers/owner-class";
import { COMPANY_STATUSES } from "@/domain/registrations/registration";
import { LINE_FACTS, type NewContract, needsLine } from "@/domain/reports/service-lines";
import { pointSchema } from "@/domain/reports/typed-point";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { SERVICE_STATUSES } from "@/domain/services/service";
import { sourceInputSchema, webAddressSchema } from "@/domain/sources/source";

/** What reports of an entry that is there already propose; docs/decisions/0062. */

const optional = (max: number) => z.string().overwrite(oneLine).trim().max(max, "too-long");
const required = (max: number) =>
  z.string().overwrite(oneLine).trim().min(2, "required").max(max, "too-long");
const sources = z.array(sourceInputSchema).min(1, "source-required").max(5, "too-many");
const note = z.string().overwrite(manyLines).trim().max(2000, "too-long");
const asSent = { v: z.literal(1), sources, note };

/** The area that is served by what has no place of its own. */
export const servedAreaSchema = z.uuid().or(z.literal(""));

const WITHOUT_TOWN = { path: ["postcode"], error: "postcode-or-town" };
type Whereabouts = {
  town: string;
  postcode: string;
  point?: string | undefined;
  areaId?: string | undefined;
};

/** Whether anything tells where it is. */
export function isSomewhere({ town, postcode, point = "", areaId = "" }: Whereabouts): boolean {
  return [town, postcode, point, areaId].some((said) => said !== "");
}

/** An address as somebody gives it: a town or a postcode is enough. */
export const whereSchema = z
  .object({ addressLines: optional(300), town: optional(100), postcode: optional(12) })
  .refine(isSomewhere, WITHOUT_TOWN);
export type GivenAddress = z.infer<typeof whereSchema>;

/** Forms that a source can show; "not given" is none. */
export const REPORTED_FORMS = ["partnership", "individual", "nhs-body", "organisation"] as const;

/** The facts that a report can say are wrong, by the type of entry, each with the shape of what is right. */
export const CORRECTABLE = {
  service: {
    category: z.enum(SERVICE_CATEGORIES, "choice"),
    status: z.enum(SERVICE_STATUSES, "choice"),
    "started-on": partialDateSchema,
    "ended-on": partialDateSchema,
    /** The name of who ran it all along: another from some day on is a change, and ends the entry. */
    provider: required(200),
    /** What kind of body runs it: all that is said where its name is not known. */
    "provider-kind": z.enum(PROVIDER_KINDS, "choice"),
    ...LINE_FACTS,
  },
  place: {
    name: required(200),
    kind: z.enum(PLACE_KINDS, "choice"),
    "name-cy": required(200),
    address: whereSchema,
    /** Where its pin belongs, as coordinates: its address stays. */
    point: pointSchema.refine((typed) => typed !== "", "required"),
    /** What a source shows who is registered to be; what we hold is in doubt then, and nothing of it is overwritten. */
    registration: z.enum(REPORTED_FORMS, "choice"),
  },
  provider: {
    name: required(200),
    "legal-form": z.enum(LEGAL_FORMS, "choice"),
    "companies-house-number": z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{8}$/, "company-number"),
    /** Its number at the CQC. */
    "regulator-number": z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9-]{3,20}$/, "regulator-number"),
    "company-status": z.enum(COMPANY_STATUSES, "choice"),
    website: webAddressSchema,
    about: required(600),
    owners: required(300),
    /** The name of the organisation that it is a part of. */
    parent: required(200),
    "owner-class": z.enum(OWNER_CLASSES, "choice"),
  },
} as const;
export type CorrectableType = keyof typeof CORRECTABLE;
export const CORRECTABLE_TYPES = ["service", "place", "provider"] as const satisfies CorrectableType[];

/** Every fact of any of them. */
const CORRECTABLE_FIELDS = [
  "category",
  "status",
  "started-on",
  "ended-on",
  "provider",
  "provider-kind",
  "name",
  "name-cy",
  "kind",
  "address",
  "point",
  "legal-form",
  "companies-house-number",
  "regulator-number",
  "company-status",
  "website",
  "about",
  "owners",
  "parent",
  "owner-class",
  "registration",
  ...keysOf(LINE_FACTS),
] as const satisfies readonly CorrectableField[];
export type CorrectableField = {
  [T in CorrectableType]: Extract<keyof (typeof CORRECTABLE)[T], string>;
}[CorrectableType];

const correctionFields = z.object({
  kind: z.literal("correction"),
  recordType: z.enum(CORRECTABLE_TYPES),
  recordId: z.uuid(),
  field: z.enum(CORRECTABLE_FIELDS, "required"),
  /** Of a line of a service: the id of the payer, the contract or the area that is meant. */
  lineId: z.uuid().optional(),
  proposed: z.json(),
  ...asSent,
});

/** What is right has the shape of its field; a field that no entry of this type has is none. */
export const correctionSchema = correctionFields
  .check(({ value, issues }) => {
    const schema = correctableSchema(value.recordType, value.field);
    const issue =
      schema && (value.lineId !== undefined || !needsLine(value.field))
        ? schema.safeParse(value.proposed).error?.issues[0]
        : { path: [], message: "required" };
    if (!issue) return;
    const path = "code" in issue ? ["proposed", ...issue.path] : ["field"];
    issues.push({ code: "custom", path, message: issue.message, input: value.proposed, continue: true });
  })
  .overwrite((value) => {
    const parsed = correctableSchema(value.recordType, value.field)?.safeParse(value.proposed);
    return parsed?.success ? { ...value, proposed: parsed.data } : value;
  });
export type Correction = z.infer<typeof correctionSchema>;

type CorrectedTo = string | GivenAddress | NewContract;

/** @returns undefined for a field that cannot be corrected by a report. */
export function correctableSchema(type: CorrectableType, field: string): z.ZodType<CorrectedTo> | undefined {
  const known: Record<string, z.ZodType<CorrectedTo>> = CORRECTABLE[type];
  return Object.hasOwn(known, field) ? known[field] : undefined;
}

const onService = {
  kind: z.literal("change"),
  serviceId: z.uuid(),
  on: partialDateSchema.or(z.literal("")),
  ...asSent,
};

/** The world moved: somebody else runs it, it is elsewhere now, or it closed. `on` is the day, "" where nobody says. */
export const changeSchema = z.discriminatedUnion("change", [
  z.object({ ...onService, change: z.literal("ended") }),
  z.object({
    ...onService,
    change: z.literal("new-provider"),
    /** "" where it is known that another runs it and not who: a form says so by a button, not by an empty box. */
    providerName: z
      .string("provider-or-not-known")
      .overwrite(oneLine)
      .trim()
      .max(200, "too-long")
      .refine((name) => name.length !== 1, "too-short"),
    providerKind: z.enum(PROVIDER_KINDS, "choice").or(z.literal("")),
  }),
  z
    .object({
      ...onService,
      change: z.literal("moved"),
      /** Set where a place that we know was chosen; its name and address are then ours. */
      placeId: z.uuid().nullable(),
      placeName: required(200),
      ...whereSchema.shape,
      /** A pin on the map, and the area that it serves now without a place of its own; missing in reports that were sent before there were. */
      point: pointSchema.optional(),
      areaId: servedAreaSchema.optional(),
    })
    .refine(({ placeId, ...where }) => placeId !== null || isSomewhere(where), WITHOUT_TOWN),
]);
export type ServiceChange = z.infer<typeof changeSchema>;

export const stillThereSchema = z.object({
  kind: z.literal("still-there"),
  serviceId: z.uuid(),
  ...asSent,
});

/** Types whose two entries are one without a word said anew of either: what is at the twin, or what it runs, is followed. */
export const MERGED_TYPES = ["place", "provider"] as const satisfies CorrectableType[];

const sameAs = {
  kind: z.literal("same-as"),
  v: z.literal(1),
  /** The entry that stays. */
  otherId: z.uuid("other-needed"),
  note,
};

/** Two entries are of one thing. Of services it names no type, as when only services could be. */
export const sameAsSchema = z.discriminatedUnion("recordType", [
  z.object({ ...sameAs, recordType: z.literal("service").optional(), serviceId: z.uuid() }),
  z.object({ ...sameAs, recordType: z.enum(MERGED_TYPES), recordId: z.uuid() }),
]);
export type SameAs = z.infer<typeof sameAsSchema>;
export type SameService = Extract<SameAs, { serviceId: string }>;

/** How somebody knows that a place is run by the NHS or its own practice. */
export const NOT_OUTSOURCED_PROOFS = ["register-holder", "practice-statement", "regulator", "other"] as const;

/** Whether what our map has at the place is what was checked: it is wrong about that, or something else there was checked. */
export const MAPPED_ANSWERS = ["this", "other"] as const;

export const notOutsourcedSchema = z.object({
  kind: z.literal("not-outsourced"),
  placeId: z.uuid(),
  /** "" where the map had nothing from outside the NHS there as it was sent. */
  mapped: z.enum(MAPPED_ANSWERS).or(z.literal("")).default(""),
  checkedOn: daySchema,
  proof: z.enum(NOT_OUTSOURCED_PROOFS, "choice"),
  ...asSent,
});

/** Reports about an entry that is there: every kind but a new service. */
export const changeProposalSchema = z.discriminatedUnion("kind", [
  correctionSchema,
  changeSchema,
  stillThereSchema,
  sameAsSchema,
  notOutsourcedSchema,
]);
export type ChangeProposal = z.infer<typeof changeProposalSchema>;

/** Two places, or two organisations, that are one, as it is done: `recordId` leads to `otherId` from then on. */
export type MergeProposal = {
  kind: "merge";
  v: 1;
  recordType: (typeof MERGED_TYPES)[number];
  recordId: string;
  otherId: string;
};

/** What a moderator does to an entry without a report. */
export type DirectChange = ChangeProposal | MergeProposal;

/** An entry says again what it said at a moment of its history (ISO). */
export type RevertProposal = {
  kind: "revert";
  v: 1;
  recordType: CorrectableType;
  recordId: string;
  to: string;
};

/** A new service whose report was approved with others at once: kept as a change, so that it can be taken back like one. */
export type NewServiceMade = { kind: "new-service"; v: 1; serviceId: string };

/** A change of an entry as it is stored. */
export type StoredChange = DirectChange | RevertProposal | NewServiceMade;
