import { z } from "zod";
import { CONTRACT_TYPES } from "@/domain/contracts/contract";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { PLACE_KINDS } from "@/domain/places/place";
import { PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { SERVICE_CATEGORIES } from "@/domain/services/category";

/** What a row can say of a service's state. "ended" raises "may have ended", for review. */
export const ROW_STATUSES = ["operating", "planned", "ended"] as const;

/** What a list can say of who runs a service; "not-known" has to be written, as an empty cell may only be forgotten. */
export const ROW_PROVIDER_KINDS = [...PROVIDER_KINDS, "not-known"] as const;

const noticeSchema = z.object({
  reference: z.string().max(100),
  startsOn: partialDateSchema.nullable(),
  endsOn: partialDateSchema.nullable(),
  /** Pounds. */
  value: z.number().int().nonnegative().nullable(),
});
export type RowNotice = z.infer<typeof noticeSchema>;

/** One row of an import, read and checked. Texts are one line, trimmed; what is not said is null or "". */
export const importRowSchema = z.object({
  place: z.string().min(1).max(200),
  address: z.string().max(300),
  town: z.string().max(100),
  /** As it is stored: "CA2 7HY"; empty where the row has none. */
  postcode: z.string().max(8),
  /** Degrees WGS84; both or neither. */
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  placeKind: z.enum(PLACE_KINDS).nullable(),
  registerCode: z.string().max(12).nullable(),
  category: z.enum(SERVICE_CATEGORIES),
  /** Null for "not named": a full answer. */
  provider: z.string().max(200).nullable(),
  providerKind: z.enum(ROW_PROVIDER_KINDS).nullable(),
  commissioner: z.string().max(200).nullable(),
  contractType: z.enum(CONTRACT_TYPES).nullable(),
  /** What a notice says of the contract; missing where a row says nothing of it. */
  notice: noticeSchema.optional(),
  status: z.enum(ROW_STATUSES),
  startedOn: partialDateSchema.nullable(),
  note: z.string().max(600),
  key: z.string().max(100).nullable(),
  /** Set for a service that has no place: the health body's area it serves. Its address is then kept nowhere. */
  areaId: z.uuid().nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;
