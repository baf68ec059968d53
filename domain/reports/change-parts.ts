import { CHANGE_FIELDS, type ChangeQuestion, formOfChange, questionOf } from "@/domain/reports/change-form";
import type { ChangeProposal, Correction } from "@/domain/reports/change-proposals";
import type { ChangedFact } from "@/domain/reports/changed-fact";
import { CHANGE_INPUTS } from "@/domain/reports/decision-form";
import { mayBeLeftOut } from "@/domain/reports/dispensable-parts";
import { formOf, type ReportFormValues } from "@/domain/reports/new-service-form";
import { NEW_SERVICE_FIELDS, type Proposal, type ReportPart } from "@/domain/reports/proposal";
import { isDropping, NEW_CONTRACT_FIELDS } from "@/domain/reports/service-lines";

/** The parts of a report about an entry on which a moderator gives a verdict each, in the order of the page. */
const PARTS_OF_CHANGE: Readonly<Record<ChangeQuestion, readonly ReportPart[]>> = {
  "still-there": ["sources"],
  "new-provider": ["provider", "changed-on", "sources"],
  moved: ["place", "changed-on", "sources"],
  ended: ["changed-on", "sources"],
  wrong: ["value", "sources"],
  "same-as": ["same-as"],
  "not-outsourced": ["check", "sources"],
};

export function partsOfChange(proposal: ChangeProposal): readonly ReportPart[] {
  return PARTS_OF_CHANGE[questionOf(proposal).question];
}

/** One part of a report as its moderator decides it. `inputs` are the names of what can be published instead. */
export type DecidedPart = { part: ReportPart; inputs: readonly string[]; mayLeaveOut: boolean };
/** What the decision form draws. `values` are what the report says, by the names of the inputs. */
export type DecidedParts = { parts: readonly DecidedPart[]; values: ReportFormValues };

/** The parts of a report of any kind with what stands beside each. */
export function decidedParts(proposal: Proposal): DecidedParts {
  const isNew = proposal.kind === "new-service";
  const parts = (isNew ? NEW_SERVICE_FIELDS : partsOfChange(proposal)).map(
    (part): DecidedPart => ({
      part,
      inputs: isNew ? CHANGE_INPUTS[part] : inputsOf(proposal, part),
      mayLeaveOut: mayBeLeftOut(proposal, part),
    }),
  );
  return { parts, values: isNew ? formOf(proposal) : formOfChange(proposal) };
}

function inputsOf(proposal: ChangeProposal, part: ReportPart): readonly string[] {
  if (proposal.kind === "correction" && part === "value") return inputsOfValue(proposal);
  const asked = CHANGE_FIELDS[questionOf(proposal).question];
  return CHANGE_INPUTS[part].filter((name) => asked.includes(name));
}

/** As its author's form: an address and a contract have their own fields, what is dropped none, and every other fact one. */
function inputsOfValue({ field }: Correction): readonly string[] {
  if (field === "address") return ["addressLines", "town", "postcode"];
  if (field === "contract") return NEW_CONTRACT_FIELDS;
  return isDropping(field) ? [] : ["proposed"];
}

/** The part in which a fault of a change stands that is named by the field of its author's form ("sources.0.publishedOn", "on"). */
export function partOfFault(proposal: ChangeProposal, field: string): ReportPart {
  if (field === "sources" || field.startsWith("sources.")) return "sources";
  const parts = partsOfChange(proposal);
  if (proposal.kind === "correction") return "value";
  const named = parts.find((part) => part === field || CHANGE_INPUTS[part].includes(field));
  return named ?? parts[0] ?? "sources";
}

/** Facts of a change that are of its day. */
const OF_DAY: ReadonlySet<ChangedFact["field"]> = new Set(["started-on", "ended-on", "moved-on", "status"]);

/** The part beside which a line of what would change stands. */
export function partOfRow(proposal: ChangeProposal, field: ChangedFact["field"]): ReportPart {
  const parts = partsOfChange(proposal);
  const isOfDay = proposal.kind === "change" && OF_DAY.has(field);
  return (isOfDay ? parts.find((part) => part === "changed-on") : parts[0]) ?? "sources";
}
