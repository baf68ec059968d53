import type { Brought, ExtractService } from "@/db/queries/extracts";
import type { Classification } from "@/db/reference/provider-classification";
import type { WaitingTimesTable } from "@/db/reference/waiting-times-table";
import type { RowProblem } from "@/domain/imports/outcome";
import type { ServiceCategory } from "@/domain/services/category";
import { withIds } from "@/server/imports/engine/new-ids";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import type { Refs } from "@/server/registers/waiting-times/waiting-claims";
import { type StoredRecords, waitingDrafts } from "@/server/registers/waiting-times/waiting-drafts";
import { EXTRACT } from "@/server/registers/waiting-times/waiting-sources";

/** What all codes of an extract are held against. */
export type CodeContext = {
  classification: Classification;
  refs: Refs;
  stored: StoredRecords;
  /** Records that extracts brought, by their keys. */
  brought: ReadonlyMap<string, Brought>;
  isHidden: (category: ServiceCategory) => boolean;
  /** Services that an earlier extract did not list any more. */
  doubted: ReadonlySet<string>;
};

type Drafted = { drafts: RecordDraft[]; warnings: RowProblem[] };

/**
 * All that an extract says of one code, whether or not it is known already.
 * @param table the extract with nothing but the one code in it.
 */
export function draftsOfCode(table: WaitingTimesTable, context: CodeContext): Drafted {
  const { classification, refs, stored, brought } = context;
  const warnings: RowProblem[] = [];
  const moved = new Map<string, string>();
  const all = waitingDrafts(table, classification, refs, stored);
  const drafts = withoutHidden(all, context).flatMap((draft): RecordDraft[] => {
    const { recordType, recordId, create } = draft;
    const known = brought.get(create?.sourceKey ?? "");
    if (known?.state === "erased") return [];
    if (known?.state === "ended") {
      warnings.push({ column: null, code: "service-ended-here", detail: nameIn(draft) });
      return [];
    }
    const isHere =
      recordType === "provider" && Object.values(stored.providers).some(({ id }) => id === recordId);
    if (isHere) return [{ ...draft, create: undefined }];
    if (!known) return [draft];
    moved.set(recordId, known.id);
    return [{ ...draft, recordId: known.id, create: undefined }];
  });
  const lifted = drafts.flatMap((draft) => liftOf(draft, context));
  const named = drafts.flatMap((draft) => namedAgain(draft, table, context));
  return { drafts: withIds([...drafts, ...lifted, ...named], moved), warnings };
}

/** A service whose code the extract has no longer: "may have ended", for review. Nothing for one that is doubted already. */
export function draftDelisted(
  { serviceId, code }: { serviceId: string; code: string },
  service: ExtractService | undefined,
  { refs }: Pick<CodeContext, "refs">,
): Drafted {
  if (!service) return { drafts: [], warnings: [] };
  const says = `Does not count patients under the code ${code} any more. That does not say that care there ended.`;
  const claim: ClaimDraft = { field: "may-have-ended", value: "no-longer-listed", says, ...refs(EXTRACT) };
  const draft: RecordDraft = { recordType: "service", recordId: serviceId, claims: [claim] };
  return { drafts: [draft], warnings: [] };
}

/** What is shown by area only gets no place: such a service is not made, nor a place for nothing else. */
function withoutHidden(drafts: readonly RecordDraft[], { isHidden }: CodeContext): readonly RecordDraft[] {
  const isNewAndHidden = ({ recordType, claims, create }: RecordDraft) => {
    const category = claims.find(({ field }) => field === "category")?.value;
    return recordType === "service" && create !== undefined && isHidden(category as ServiceCategory);
  };
  const left = drafts.filter((draft) => !isNewAndHidden(draft));
  const hasService = left.some(({ recordType }) => recordType === "service");
  return left.length < drafts.length && !hasService ? [] : left;
}

function nameIn({ claims }: RecordDraft): string {
  return String(claims.find(({ field }) => field === "name")?.value ?? "");
}

/** What an extract doubted, the next that counts patients there no longer does. */
function liftOf(
  { recordType, recordId }: RecordDraft,
  { doubted, refs }: Pick<CodeContext, "doubted" | "refs">,
): RecordDraft[] {
  if (recordType !== "service" || !doubted.has(recordId)) return [];
  const claim: ClaimDraft = {
    field: "may-have-ended",
    value: null,
    says: "Counts patients here again.",
    ...refs(EXTRACT),
  };
  return [{ recordType, recordId, claims: [claim] }];
}

/**
 * Who runs a service that is there, where only the name as filed says so: a later extract that files the code under it says
 * so again, and the service was last checked then. Whether it is the same that was said before is asked by `planCode`.
 */
function namedAgain(
  { recordType, recordId }: RecordDraft,
  { providers: [filed] }: WaitingTimesTable,
  { classification, stored, refs }: CodeContext,
): RecordDraft[] {
  const providerId = stored.services.find(({ id }) => id === recordId)?.providerId;
  const evidence = classification.codes.find(({ code }) => code === filed?.code)?.operatorEvidence;
  if (recordType !== "service" || !providerId || evidence?.source !== EXTRACT) return [];
  const claim: ClaimDraft = {
    field: "provider",
    value: { providerId },
    says: evidence.says,
    ...refs(EXTRACT),
  };
  return [{ recordType, recordId, claims: [claim] }];
}
