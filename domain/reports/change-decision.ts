import { parseRewrittenChange } from "@/domain/reports/change-form";
import { partOfFault, partsOfChange } from "@/domain/reports/change-parts";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { mayBeLeftOut } from "@/domain/reports/dispensable-parts";
import { type FieldDecision, sourcesDecided } from "@/domain/reports/field-decision";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

export type EffectiveChange =
  | { ok: true; proposal: ChangeProposal }
  /** Part -> message key. */
  | { ok: false; fields: Record<string, string> };

/**
 * What would be done to an entry: the proposal with the moderator's changes over it and refused parts left out. The proposal itself stays as it
 * was sent.
 * @param chosen what the choices of the form mean, by the fields of the author's form: the name and address of a place that we have, the name of an
 * organisation, the id of the entry that stays.
 */
export function applyChangeDecisions(
  sent: ChangeProposal,
  decisions: readonly FieldDecision[],
  chosen: ReportFormValues = {},
): EffectiveChange {
  const errors: Record<string, string> = {};
  const parts = partsOfChange(sent);
  const texts: ReportFormValues = {};
  for (const { field, verdict, changedTo } of decisions) {
    if (!parts.includes(field)) errors[field] = "change-invalid";
    else if (verdict === "ask") errors[field] = "ask-is-request-changes";
    else if (verdict !== "refuse") Object.assign(texts, textsIn(changedTo));
    else if (mayBeLeftOut(sent, field)) Object.assign(texts, WITHOUT[field]);
    else errors[field] = "cannot-leave-out";
  }
  Object.assign(texts, chosen);
  const sources = "sources" in sent ? sourcesDecided(sent.sources, decisions).sources : [];
  const parsed = parseRewrittenChange(sent, texts, sources);
  for (const { path, message } of parsed.error?.issues ?? [])
    errors[partOfFault(sent, path.map(String).join("."))] ??= message;
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, proposal: parsed.data }
    : { ok: false, fields: errors };
}

const WITHOUT: Partial<Record<FieldDecision["field"], ReportFormValues>> = { "changed-on": { on: "" } };

/** What was written beside a part; a place or an organisation that was chosen is none of it, and "a new place" is no place of ours. */
function textsIn(changedTo: FieldDecision["changedTo"]): ReportFormValues {
  const said = Object.entries(changedTo ?? {});
  const texts = said.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return {
    ...Object.fromEntries(texts),
    ...(said.some(([name, value]) => name === "placeId" && value === null) ? { placeId: "" } : {}),
  };
}
