import type { FieldDecision } from "@/domain/reports/field-decision";
import {
  FIELD_VERDICTS,
  type FieldVerdict,
  NEW_SERVICE_FIELDS,
  REPORT_PARTS,
  type ReportPart,
} from "@/domain/reports/proposal";
import { NEW_CONTRACT_FIELDS } from "@/domain/reports/service-lines";
import { readSourceEdits } from "@/domain/reports/source-edits";

/** What a moderator's form can end in. */
export const FORM_DECISIONS = ["approve", "request-changes", "reject", "duplicate"] as const;
export type FormDecision = (typeof FORM_DECISIONS)[number];

/** Names of the buttons beside likely twins: the entry, or the report that waits, which it is the same as. Their values are ids. */
export const SAME_AS_BUTTONS = { entry: "sameEntry", report: "sameReport" } as const;

/** The name of what is said to the author of a report that is the same as this one, where no reason was typed. */
export function sameAsReason(id: string): string {
  return `sameReason.${id}`;
}

export type DecisionForm = {
  decision: FormDecision | null;
  /** The twin whose own button was pressed: that is the decision then, whatever else was chosen. */
  twin: { is: keyof typeof SAME_AS_BUTTONS; id: string } | null;
  reason: string;
  sameAs: string;
  notTheSameAs: string[];
  fields: FieldDecision[];
};

/** The hidden input that says which parts a report has, parted by spaces; without it the form is of a new service. */
export const PARTS_INPUT = "parts";

/** The inputs that can stand beside each part; each that does is sent as "change.<name>". */
export const CHANGE_INPUTS: Readonly<Record<ReportPart, readonly string[]>> = {
  category: ["category"],
  place: ["placeName", "addressLines", "town", "postcode", "point", "areaId"],
  provider: ["naming", "providerName", "providerKind"],
  commissioner: ["commissionerName"],
  contract: ["contractType"],
  "started-on": ["startedOn"],
  status: ["status"],
  sources: [],
  "changed-on": ["on"],
  value: ["proposed", "addressLines", "town", "postcode", ...NEW_CONTRACT_FIELDS],
  "same-as": ["other"],
  check: ["checkedOn", "proof"],
};

type Sent = { get: (name: string) => unknown; getAll: (name: string) => unknown[] };

function textOf(sent: Sent, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value : "";
}

/** Whoever writes something else to publish wants that published: no verdict has to be chosen beside it. */
function verdictOf(sent: Sent, field: ReportPart): FieldVerdict {
  const given = textOf(sent, `verdict.${field}`);
  const chosen = FIELD_VERDICTS.find((verdict) => verdict === given) ?? "accept";
  return chosen === "accept" && isRewritten(sent, field) ? "change" : chosen;
}

/** Whether something else stands beside a part than the form showed there; it sends along what that was as "was.<name>". */
export function isRewritten(sent: Pick<Sent, "get">, field: ReportPart): boolean {
  return CHANGE_INPUTS[field].some(
    (name) =>
      typeof sent.get(`was.${name}`) === "string" &&
      plain(sent.get(`change.${name}`)) !== plain(sent.get(`was.${name}`)),
  );
}

/** Browsers send a line break as two characters; spaces at the ends are never published. */
function plain(value: unknown): string {
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
}

/**
 * Reads the decision form. What a moderator put beside a part is its verdict where they chose no other; which place is
 * meant and whether a new body may be made are choices that go with acceptance too.
 */
export function readDecisionForm(sent: Sent): DecisionForm {
  const given = textOf(sent, "decision");
  const twin = twinOf(sent);
  const typed = textOf(sent, "reason");
  return {
    decision: FORM_DECISIONS.find((decision) => decision === given) ?? null,
    twin,
    reason: twin && typed.trim() === "" ? textOf(sent, sameAsReason(twin.id)) : typed,
    sameAs: lastPart(textOf(sent, "sameAs")),
    notTheSameAs: sent.getAll("notTheSame").filter((value) => typeof value === "string"),
    fields: partsSent(sent).map((field) => readField(sent, field)),
  };
}

/** The parts that a form has a verdict on. */
export function partsSent(sent: Pick<Sent, "get">): readonly ReportPart[] {
  const given = sent.get(PARTS_INPUT);
  if (typeof given !== "string") return NEW_SERVICE_FIELDS;
  const named = new Set(given.split(" "));
  return REPORT_PARTS.filter((part) => named.has(part));
}

function twinOf(sent: Sent): DecisionForm["twin"] {
  const [entry, report] = [textOf(sent, SAME_AS_BUTTONS.entry), textOf(sent, SAME_AS_BUTTONS.report)];
  if (entry !== "") return { is: "entry", id: entry };
  return report === "" ? null : { is: "report", id: report };
}

function readField(sent: Sent, field: ReportPart): FieldDecision {
  const leaveOut = field === "sources" ? sent.getAll("leaveOut").map(Number) : [];
  const edits = field === "sources" ? readSourceEdits((name) => sent.get(name)) : [];
  const chosen = verdictOf(sent, field);
  // Leaving out or writing over a source changes what is accepted; who asks its author for more still asks.
  const verdict = leaveOut.length + edits.length > 0 && chosen === "accept" ? "change" : chosen;
  const changed: Record<string, unknown> = {};
  if (verdict === "change" && field !== "sources")
    for (const name of CHANGE_INPUTS[field]) {
      const written = sent.get(`change.${name}`);
      if (typeof written === "string") changed[name] = written;
    }
  if (leaveOut.length > 0) changed.leaveOut = leaveOut;
  if (edits.length > 0) changed.edits = edits;
  if (verdict !== "refuse") Object.assign(changed, choicesOf(sent, field));
  return {
    field,
    verdict,
    comment: textOf(sent, `comment.${field}`),
    changedTo: Object.keys(changed).length > 0 ? changed : null,
  };
}

function choicesOf(sent: Sent, field: ReportPart): Record<string, unknown> {
  const placeId = textOf(sent, "change.placeId");
  if (field === "place" && placeId !== "") return { placeId: placeId === "new" ? null : placeId };
  const providerId = textOf(sent, "change.providerId");
  // Whoever writes another name means another organisation than those offered for the first.
  const isRenamed =
    verdictOf(sent, "provider") === "change" &&
    textOf(sent, "change.providerName") !== textOf(sent, "was.providerName");
  if (field === "provider" && providerId !== "" && !isRenamed)
    return { providerId: providerId === "new" ? null : providerId };
  if (field === "commissioner" && sent.get("createCommissioner") !== null)
    return { createCommissioner: true };
  return {};
}

/** A moderator pastes the whole address of an entry; its last part is its name. */
export function lastPart(address: string): string {
  return (
    address
      .trim()
      .replace(/[?#].*$/, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? ""
  );
}
