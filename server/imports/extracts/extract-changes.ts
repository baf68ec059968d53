import type { Claim } from "@/domain/claims/claim";
import type { RowChange } from "@/domain/imports/outcome";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";

/** A fact that a row would add, with what it stands against. */
export type NewFact = {
  draft: RecordDraft;
  claim: ClaimDraft;
  change: { kind: RowChange["kind"]; from: Claim | null };
};

/** Names for the preview: of records that are there or would come, and of areas, by id. */
export type NameOf = (id: string) => string;

/** Facts of one record of which the preview makes one line: the specialties, the health bodies that paid. */
const TOGETHER: ReadonlySet<string> = new Set(["specialty", "paid-for-by", "serves-area"]);
/** What the other lines say already. */
const UNTOLD: ReadonlySet<string> = new Set(["category", "place", "kind", "status"]);

/** What a row would add, in lines for a person who looks at the preview. */
export function extractChangesOf(facts: readonly NewFact[], nameOf: NameOf): RowChange[] {
  const lines = new Map<string, RowChange>();
  for (const [index, { draft, claim, change }] of facts.entries()) {
    const { field } = claim;
    if (UNTOLD.has(field) && change.kind === "sets") continue;
    const isTogether = TOGETHER.has(field) && change.kind === "sets";
    const key = isTogether ? `${draft.recordId} ${field}` : String(index);
    const held = lines.get(key);
    const to = wordsOf(claim, nameOf);
    if (held) lines.set(key, { ...held, to: `${held.to}, ${to}` });
    else {
      const isOfService = draft.recordType === "service" && field !== "name";
      const whose = isOfService ? `${nameOf(draft.recordId)}: ` : "";
      const from = change.from && wordsOf(change.from, nameOf);
      lines.set(key, { field, kind: change.kind, from, to: `${whose}${to}` });
    }
  }
  return [...lines.values()];
}

function wordsOf({ field, value, says }: Pick<Claim, "field" | "value" | "says">, nameOf: NameOf): string {
  // Beside the service's name the value would be a bare key of ours; the source's own sentence tells more.
  if (field === "waiting-times" || field === "may-have-ended") return says;
  if (typeof value !== "object" || value === null) return value === null ? says : String(value);
  const fields = value as Record<string, unknown>;
  if (field === "paid-for-by") return `${nameOf(String(fields.areaId))} ${fields.completed}`;
  for (const name of ["areaId", "providerId", "serviceId", "placeId"])
    if (typeof fields[name] === "string") return nameOf(fields[name]);
  if (typeof fields.code === "string") return fields.code;
  const where = typeof fields.lat === "number" ? `${fields.lat}, ${fields.lon}` : "";
  return [fields.lines, fields.town, fields.postcode, where].filter((one) => one).join(", ");
}
