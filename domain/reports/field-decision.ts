import { z } from "zod";
import { CONTRACT_TYPES } from "@/domain/contracts/contract";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { SHORTEST_REASON } from "@/domain/forms/reason";
import { manyLines, oneLine } from "@/domain/language/plain-text";
import { PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { NOT_OUTSOURCED_PROOFS, servedAreaSchema } from "@/domain/reports/change-proposals";
import { mayBeLeftOut } from "@/domain/reports/dispensable-parts";
import { formOf, type ReportFormValues, SOURCE_PARTS, sourceField } from "@/domain/reports/new-service-form";
import {
  FIELD_VERDICTS,
  type NewServiceField,
  type NewServiceProposal,
  newServiceSchema,
  REPORT_PARTS,
  type ReportPart,
} from "@/domain/reports/proposal";
import { sourceEditSchema, withEdits } from "@/domain/reports/source-edits";
import { pointSchema } from "@/domain/reports/typed-point";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import type { SourceInput } from "@/domain/sources/source";

export const reasonSchema = z
  .string()
  .overwrite(manyLines)
  .trim()
  .min(SHORTEST_REASON, "reason-needed")
  .max(4000, "too-long");

const text = (max: number) => z.string().overwrite(oneLine).trim().max(max, "too-long");

/**
 * What a moderator may put beside each field. Choices that decide which record is meant (`placeId`, `providerId`) or
 * that something new may be made (`createCommissioner`) stand here too, so that the second of two people publishes
 * exactly what the first one saw.
 */
export const CHANGES = {
  category: z.object({ category: z.enum(SERVICE_CATEGORIES) }),
  place: z.object({
    placeId: z.uuid().nullable(),
    placeName: text(200).min(2, "required"),
    addressLines: text(300),
    town: text(100),
    postcode: text(12),
    point: pointSchema,
    areaId: servedAreaSchema,
  }),
  provider: z.object({
    naming: z.enum(["named", "not-named"]),
    providerName: text(200),
    providerKind: z.enum(PROVIDER_KINDS).or(z.literal("")),
    providerId: z.uuid().nullable(),
  }),
  commissioner: z.object({ commissionerName: text(200), createCommissioner: z.boolean() }),
  contract: z.object({ contractType: z.enum(CONTRACT_TYPES).or(z.literal("")) }),
  "started-on": z.object({ startedOn: partialDateSchema.or(z.literal("")) }),
  status: z.object({ status: z.enum(["operating", "planned"]) }),
  /** Positions (from 0) of the sources that are left out, and what is published of the others instead. */
  sources: z.object({
    leaveOut: z.array(z.number().int().nonnegative()),
    edits: z.array(sourceEditSchema).max(5),
  }),
  /** Of a report about an entry, as its form has them: whether they can be is asked of the whole proposal. */
  "changed-on": z.object({ on: text(40) }),
  value: z.object({
    proposed: text(2000),
    addressLines: text(300),
    town: text(100),
    postcode: text(12),
    contractType: text(40),
    noticeReference: text(200),
    covers: text(300),
    contractStartsOn: text(40),
    contractEndsOn: text(40),
    valuePounds: text(40),
  }),
  /** The id of the entry that stays, or the last part of its address. */
  "same-as": z.object({ other: text(300) }),
  check: z.object({ checkedOn: text(40), proof: z.enum(NOT_OUTSOURCED_PROOFS) }),
} satisfies Record<ReportPart, z.ZodType>;

export const fieldDecisionSchema = z
  .object({
    field: z.enum(REPORT_PARTS),
    verdict: z.enum(FIELD_VERDICTS),
    comment: z.string().overwrite(manyLines).trim().max(1000, "too-long"),
    changedTo: z.record(z.string(), z.unknown()).nullable(),
  })
  .check((context) => {
    const { field, changedTo } = context.value;
    if (changedTo === null) return;
    const parsed = CHANGES[field].partial().safeParse(changedTo);
    if (!parsed.success)
      context.issues.push({
        code: "custom",
        path: ["changedTo"],
        message: "change-invalid",
        input: changedTo,
      });
  });
export type FieldDecision = z.infer<typeof fieldDecisionSchema>;
export const fieldDecisionsSchema = z
  .array(fieldDecisionSchema)
  .max(REPORT_PARTS.length)
  .refine((list) => new Set(list.map(({ field }) => field)).size === list.length, "field-twice");

const WITHOUT: Partial<Record<ReportPart, Partial<NewServiceProposal>>> = {
  provider: { naming: "not-named", providerName: "", providerKind: "" },
  commissioner: { commissionerName: "" },
  contract: { contractType: "" },
  "started-on": { startedOn: "" },
};

export type Effective = {
  proposal: NewServiceProposal;
  /** As the author sent it: what it says of where the care is stays true of it, whatever is published instead. */
  sent: NewServiceProposal;
  /** The known provider that was chosen by hand; null to go by the name. */
  providerId: string | null;
  createCommissioner: boolean;
  /** By position in `proposal.sources`, the position among those that were sent. */
  kept: readonly number[];
};
export type EffectiveResult =
  | { ok: true; effective: Effective }
  /** "<field>" -> message key. */
  | { ok: false; fields: Record<string, string> };

/**
 * What would be published: the proposal with the moderator's changes over it and refused fields left out. The proposal
 * itself stays as it was sent.
 */
export function applyFieldDecisions(
  proposal: NewServiceProposal,
  decisions: readonly FieldDecision[],
): EffectiveResult {
  const errors: Record<string, string> = {};
  let changed: Record<string, unknown> = { ...proposal };
  for (const { field, verdict, changedTo } of decisions) {
    if (verdict === "ask") errors[field] = "ask-is-request-changes";
    if (verdict === "refuse" && !mayBeLeftOut(proposal, field)) errors[field] = "cannot-leave-out";
    if (verdict === "refuse") changed = { ...changed, ...WITHOUT[field] };
    else if (changedTo !== null) changed = { ...changed, ...changedTo };
  }
  const { sources, kept } = sourcesDecided(proposal.sources, decisions);
  changed.sources = sources;
  const parsed = newServiceSchema.safeParse(changed);
  if (!parsed.success)
    for (const issue of parsed.error.issues) errors[fieldOfKey(issue.path[0])] ??= issue.message;
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, fields: errors };
  return {
    ok: true,
    effective: {
      proposal: parsed.data,
      sent: proposal,
      providerId: typeof changed.providerId === "string" ? changed.providerId : null,
      createCommissioner: changed.createCommissioner === true,
      kept,
    },
  };
}

/**
 * What would be published of the sources: without those that are left out, and with what a moderator wrote over the others.
 * `kept` has for each its position among those that were sent.
 */
export function sourcesDecided(
  sent: readonly SourceInput[],
  decisions: readonly FieldDecision[],
): { sources: SourceInput[]; kept: number[] } {
  const decided = decisions.find(({ field, verdict }) => field === "sources" && verdict !== "refuse");
  const parsed = CHANGES.sources.partial().safeParse(decided?.changedTo ?? {});
  const { leaveOut = [], edits = [] } = parsed.success ? parsed.data : {};
  const kept = sent.map((_, index) => index).filter((index) => !leaveOut.includes(index));
  const edited = withEdits(sent, edits);
  return { sources: edited.filter((_, index) => kept.includes(index)), kept };
}

/** What would be published as the form that says it: each source where its author put it, and none where one is left out. */
export function formOfEffective({ proposal, kept }: Effective): ReportFormValues {
  const form = formOf(proposal);
  for (const field of Object.keys(form)) if (field.startsWith("sources.")) delete form[field];
  proposal.sources.forEach((source, index) => {
    for (const part of SOURCE_PARTS) form[sourceField(kept[index] ?? index, part)] = source[part];
  });
  return form;
}

const FIELD_OF: Readonly<Record<string, NewServiceField>> = {
  category: "category",
  naming: "provider",
  providerName: "provider",
  providerKind: "provider",
  commissionerName: "commissioner",
  contractType: "contract",
  startedOn: "started-on",
  status: "status",
  sources: "sources",
};

function fieldOfKey(key: PropertyKey | undefined): NewServiceField {
  return FIELD_OF[String(key)] ?? "place";
}
