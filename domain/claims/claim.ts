import { z } from "zod";
import { AWARD_ROUTES, COMMISSIONER_KINDS, CONTRACT_TYPES } from "@/domain/contracts/contract";
import { daySchema, partialDateSchema } from "@/domain/dates/partial-date";
import { IDENTIFIER_SCHEMES, PLACE_KINDS, POSITION_PRECISIONS } from "@/domain/places/place";
import { placeOperatorSchema } from "@/domain/places/place-operator";
import { LEGAL_FORMS, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { OWNER_CLASSES } from "@/domain/providers/owner-class";
import { REGISTRATION_DOUBTS } from "@/domain/registrations/doubts";
import { COMPANY_STATUSES, REGISTERED_FORMS } from "@/domain/registrations/registration";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { SERVICE_STATUSES } from "@/domain/services/service";

/** Records that claims are about. */
export const RECORD_TYPES = ["service", "place", "provider", "commissioner", "contract", "area"] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

const id = z.uuid();
const text = z.string().trim().min(1).max(400);

/** Where something stands. `key` tells a place's addresses apart: "main", or a branch's own code. */
export const addressValueSchema = z.object({
  key: z.string().min(1).max(60),
  lines: z.string().max(300),
  town: z.string().max(100),
  postcode: z.string().max(8),
  /** Degrees WGS84, or null for an address nobody has placed. */
  lon: z.number().min(-9).max(3).nullable(),
  lat: z.number().min(49).max(61.5).nullable(),
  precision: z.enum(POSITION_PRECISIONS).nullable(),
});
export type AddressValue = z.infer<typeof addressValueSchema>;

/**
 * That the regulator had somebody registered to provide care at a place. `key` is its number of the location. An organisation alone is
 * named, as a provider of ours: of a partnership or a person nothing is stored but the form.
 */
export const registrationSchema = z.object({
  key: z.string().regex(/^[A-Z0-9-]{3,20}$/),
  form: z.enum(REGISTERED_FORMS),
  registeredOn: daySchema,
  /** The day it ended, where a source gives one. */
  endedOn: daySchema.optional(),
  providerId: id.optional(),
});
export type RegistrationValue = z.infer<typeof registrationSchema>;

/** Why a registration is a lead and no answer; none lifts what was doubted before. `key` as of the registration. */
export const registrationDoubtSchema = z.object({
  key: z.string().regex(/^[A-Z0-9-]{3,20}$/),
  doubts: z.array(z.enum(REGISTRATION_DOUBTS)),
});

const month = z.string().regex(/^\d{4}-\d{2}$/);
const patients = z.number().int().nonnegative();

/** What a waiting-times extract counts of one month: treatments completed, patients waiting at its end, new referrals. */
export const waitingTimesSchema = z.object({
  /** The month: a later extract of the same month replaces the older. */
  key: month,
  completedAdmitted: patients,
  completedNonAdmitted: patients,
  waiting: patients,
  newReferrals: patients,
});
export type WaitingTimes = z.infer<typeof waitingTimesSchema>;

/** A health body that paid for treatment completed in one month. `key` is `<area id>/<month>`. */
export const paidForBySchema = z.object({ key: z.string().max(60), areaId: id, month, completed: patients });
export type PaidForBy = z.infer<typeof paidForBySchema>;

/** False where a source shows that it is not so: what was said of it is over, until a newer source says it again. */
const isSo = z.literal(false).optional();

/** Whether a claim's value says that something is so, or that it is not. */
export function saysSo(value: unknown): boolean {
  return !(typeof value === "object" && value !== null && "isSo" in value && value.isSo === false);
}

/**
 * Every fact a claim can state: record type -> field -> the shape of its value. A closed list, so that a fact that has
 * no place on a page cannot be stored. `many` fields hold several values at once (identifiers, areas served).
 */
export const CLAIM_FIELDS = {
  service: {
    name: text,
    category: z.enum(SERVICE_CATEGORIES),
    place: z.object({ placeId: id, addressKey: z.string() }),
    provider: z.object({ providerId: id }),
    /** Used when the provider is not named, or to say what a source calls the operator. */
    "provider-kind": z.enum(PROVIDER_KINDS),
    commissioner: z.object({ commissionerId: id, isSo }),
    contract: z.object({ contractId: id, isSo }),
    status: z.enum(SERVICE_STATUSES),
    "started-on": partialDateSchema,
    "ended-on": partialDateSchema,
    /** Why it may have ended, a message key; never a status. Null lifts the flag. */
    "may-have-ended": z.enum(["register-entry-ended", "no-longer-listed", "reported"]).nullable(),
    /** The service that began as this one ended: the same care at the same place, run by somebody else. */
    successor: z.object({ serviceId: id }),
    "serves-area": z.object({ areaId: id, isSo }),
    specialty: text,
    "waiting-times": waitingTimesSchema,
    "paid-for-by": paidForBySchema,
  },
  place: {
    name: text,
    "name-cy": text,
    kind: z.enum(PLACE_KINDS),
    identifier: z.object({
      scheme: z.enum(IDENTIFIER_SCHEMES),
      code: z.string().min(1).max(80),
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      /** False where a register that listed the code does not any more, or not as active, and gives no day. */
      isListed: z.literal(false).optional(),
    }),
    address: addressValueSchema,
    /** Whose the place is, by its parent in a register. */
    operator: placeOperatorSchema,
    registration: registrationSchema,
    "registration-doubt": registrationDoubtSchema,
  },
  provider: {
    name: text,
    "legal-form": z.enum(LEGAL_FORMS),
    owners: text,
    "owner-class": z.enum(OWNER_CLASSES),
    /** Its number at the regulator (CQC). */
    "regulator-number": z.string().regex(/^[A-Z0-9-]{3,20}$/),
    parent: z.object({ providerId: id }),
    /** As Companies House has the company; `ceased` where it gives the day. */
    "company-status": z.object({ status: z.enum(COMPANY_STATUSES), ceased: daySchema.nullable() }),
    "companies-house-number": z.string().regex(/^[A-Z0-9]{8}$/),
    website: z.url(),
    about: text,
    /** What the organisation itself wrote about its entry. */
    comment: z.string().trim().min(1).max(2000),
    /** Of what an extract files without a place of care: how many patients, and who paid for what was done. */
    "waiting-times": waitingTimesSchema,
    "paid-for-by": paidForBySchema,
  },
  commissioner: { name: text, kind: z.enum(COMMISSIONER_KINDS) },
  contract: {
    type: z.enum(CONTRACT_TYPES),
    "award-route": z.enum(AWARD_ROUTES),
    "notice-reference": text,
    "starts-on": partialDateSchema,
    "ends-on": partialDateSchema,
    "value-pounds": z.number().int().nonnegative(),
    holder: z.object({ providerId: id }),
    commissioner: z.object({ commissionerId: id }),
    covers: text,
  },
  /** What somebody else counted in an area: theirs, on their day, never added to ours. */
  area: { "reported-count": z.object({ count: z.number().int().nonnegative(), counted: text, by: text }) },
} as const;

export type ClaimField<T extends RecordType = RecordType> = T extends RecordType
  ? Extract<keyof (typeof CLAIM_FIELDS)[T], string>
  : never;
export type ClaimValue<
  T extends RecordType,
  F extends ClaimField<T>,
> = F extends keyof (typeof CLAIM_FIELDS)[T]
  ? (typeof CLAIM_FIELDS)[T][F] extends z.ZodType<infer V>
    ? V
    : never
  : never;

const MANY: ReadonlySet<string> = new Set([
  "place.identifier",
  "place.address",
  "place.registration",
  "place.registration-doubt",
  "service.serves-area",
  "service.specialty",
  "service.contract",
  "service.waiting-times",
  "service.paid-for-by",
  "provider.waiting-times",
  "provider.paid-for-by",
  "area.reported-count",
]);

/** True for a field that holds several values at once: contradiction is then not about one value replacing another. */
export function holdsMany(recordType: RecordType, field: string): boolean {
  return MANY.has(`${recordType}.${field}`);
}

/** One stored claim. `value` has been parsed by `CLAIM_FIELDS[recordType][field]`. */
export type Claim = {
  id: string;
  recordType: RecordType;
  recordId: string;
  field: ClaimField;
  value: unknown;
  validFrom: string | null;
  validTo: string | null;
  sourceId: string;
  /** What the source says, in one sentence of ours or one quoted. */
  says: string;
  /** The day somebody last confirmed it true: a re-reading of an old article does not move it. */
  confirmedOn: string;
  recordedAt: Date;
  supersededBy: string | null;
};

/** Whether a record of this kind has such a field. */
export function isClaimField(recordType: RecordType, field: string): field is ClaimField {
  return Object.hasOwn(CLAIM_FIELDS[recordType], field);
}

/** @throws ZodError or Error when the field or its value is not one we store. */
export function parseClaimValue(recordType: RecordType, field: string, value: unknown): unknown {
  const schema = (CLAIM_FIELDS[recordType] as Record<string, z.ZodType>)[field];
  if (!schema) throw new Error(`no such claim field: ${recordType}.${field}`);
  return schema.parse(value);
}
