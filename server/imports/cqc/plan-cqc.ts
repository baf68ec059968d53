import type { NewProposal } from "@/db/queries/proposals";
import { idsIn } from "@/domain/claims/reading";
import { dateInWords } from "@/domain/dates/in-words";
import type { ImportOutcome, RowChange, RowPlan, RowProblem } from "@/domain/imports/outcome";
import type { HeldRegistration } from "@/domain/registrations/compare-edition";
import { holderInWords, registrationInWords } from "@/domain/registrations/said";
import type { CqcContext } from "@/server/imports/cqc/cqc-context";
import type { CqcItem } from "@/server/imports/cqc/cqc-item";
import { type JudgedPractice, judgePractice } from "@/server/imports/cqc/judge-practice";
import { type NamedOrganisation, namedOrganisations } from "@/server/imports/cqc/named-organisations";
import { practiceDrafts } from "@/server/imports/cqc/practice-drafts";
import type { Item, PlannedItem } from "@/server/imports/engine/import-format";
import type { RecordDraft } from "@/server/records/save-records";

/** A practice of an edition as it is planned: what it would add, and what it would propose to a moderator. */
export type PlannedCqc = PlannedItem<CqcItem> & {
  drafts: readonly RecordDraft[];
  proposal: Omit<NewProposal, "batchId"> | null;
  /** The organisations of which it says something, each with what it says. */
  names: readonly NamedOrganisation[];
};

/** Says of each practice what an edition would do there. */
export function planCqc(items: readonly Item<CqcItem>[], context: CqcContext): PlannedCqc[] {
  return items.map((stored) => {
    const { item } = stored;
    const empty = { ...stored, row: null, problems: [], warnings: [], drafts: [], proposal: null, names: [] };
    if ("unread" in item) {
      const { line, why } = item.unread;
      const problems = [{ column: null, code: "payment-row" as const, detail: `${line}: ${why}` }];
      return { ...empty, outcome: "refused", problems, plan: planOf(null, String(line), []) };
    }
    const judged = judgePractice(item, context);
    if (!judged) return { ...empty, outcome: "unchanged", plan: planOf(item.placeId, item.placeId, []) };
    const { place, compared, held } = judged;
    const drafts = practiceDrafts(judged, context);
    const name = `${place.name} (${place.code})`;
    if (drafts.length === 0 && compared.proposes.length === 0)
      return { ...empty, outcome: "unchanged", plan: planOf(item.placeId, name, []) };
    return {
      ...empty,
      drafts,
      names: namedOrganisations(judged, context),
      outcome: outcomeOf(judged),
      warnings: warningsOf(judged, drafts),
      plan: planOf(item.placeId, name, changesOf(judged, drafts, context)),
      proposal:
        compared.proposes.length === 0 || held.latest === null
          ? null
          : {
              placeId: place.id,
              sourceId: context.register.row.id,
              speaksOf: item.speaksOf,
              heldLocationId: held.latest.locationId,
              said: compared.proposes.map(({ provider: _, ...one }) => one),
            },
    };
  });
}

function outcomeOf({ held, compared }: JudgedPractice): ImportOutcome {
  if (held.latest === null) return "new";
  return compared.raises.includes("no-longer-registered") ? "ended" : "changed";
}

function warningsOf({ compared, doubts }: JudgedPractice, drafts: readonly RecordDraft[]): RowProblem[] {
  const warnings: RowProblem[] = compared.proposes
    .slice(-1)
    .map((one) => ({ column: null, code: "registration-differs", detail: registrationInWords(one) }));
  for (const doubt of doubts.after)
    if (!doubts.before.includes(doubt) && doubt !== "sources-differ")
      warnings.push({ column: null, code: "registration-in-doubt", detail: doubt });
  for (const { recordType, create, claims } of drafts) {
    const name = claims.find(({ field }) => field === "name")?.value;
    if (recordType === "provider" && create)
      warnings.push({ column: null, code: "new-provider", detail: String(name ?? "") });
  }
  return warnings;
}

/** A registration that is held, for a person who looks at a preview. */
export function heldAsWords(one: HeldRegistration, nameOf: CqcContext["nameOf"]): string {
  const holder = one.form === "organisation" ? nameOf(one.provider ?? "") : holderInWords({ form: one.form });
  return `${holder}, ${dateInWords(one.registeredOn, "en")}`;
}

function changesOf(
  { held, compared, said, doubts }: JudgedPractice,
  drafts: readonly RecordDraft[],
  { nameOf }: CqcContext,
): RowChange[] {
  const field = "registration";
  const heldInWords = (locationId: string) => {
    const one = held.registrations.find((other) => other.locationId === locationId);
    return one ? heldAsWords(one, nameOf) : null;
  };
  const from = heldInWords(held.latest?.locationId ?? "");
  const changes: RowChange[] = compared.adds.map((one) => ({
    field,
    kind: one.locationId === compared.latest && from !== null ? "changes" : "sets",
    from: one.locationId === compared.latest ? from : null,
    to: registrationInWords(one),
  }));
  for (const locationId of compared.confirms) {
    const one = said.find((other) => other.locationId === locationId);
    const to = one ? registrationInWords(one) : (heldInWords(locationId) ?? locationId);
    changes.push({ field, kind: "confirms", from: to, to });
  }
  for (const doubt of doubts.after)
    if (!doubts.before.includes(doubt))
      changes.push({ field: "registration-doubt", kind: "sets", from: null, to: doubt });
  for (const doubt of doubts.before)
    if (!doubts.after.includes(doubt))
      changes.push({ field: "registration-doubt", kind: "changes", from: doubt, to: "none" });
  return [...changes, ...serviceChanges(drafts, nameOf)];
}

/** What becomes of the service of general practice there: everything that would be published is shown. */
function serviceChanges(drafts: readonly RecordDraft[], nameOf: CqcContext["nameOf"]): RowChange[] {
  const names = new Map(
    drafts.flatMap(({ recordType, recordId, claims }) => {
      const name = claims.find(({ field }) => field === "name");
      return recordType === "provider" && name ? [[recordId, String(name.value)] as const] : [];
    }),
  );
  return drafts
    .filter(({ recordType }) => recordType === "service")
    .flatMap(({ claims, create }) =>
      claims.flatMap(({ field, value }): RowChange[] => {
        const kind = create ? "sets" : "confirms";
        if (field === "provider") {
          const [providerId = ""] = idsIn(value);
          return [{ field, kind, from: null, to: names.get(providerId) ?? nameOf(providerId) }];
        }
        return field === "started-on" || field === "status"
          ? [{ field, kind, from: null, to: String(value) }]
          : [];
      }),
    );
}

function planOf(placeId: string | null, name: string, changes: RowChange[]): RowPlan {
  const place = placeId === null ? null : { id: placeId, name, because: "register-code" as const };
  const service = { id: null, name };
  return { place, areaId: null, service, provider: null, commissioner: null, changes };
}
