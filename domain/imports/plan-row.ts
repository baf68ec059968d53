import type { Claim } from "@/domain/claims/claim";
import { type CitedImport, changeOf, factsOfRow, type RowRefs } from "@/domain/imports/facts";
import type { PlaceMatch, ServiceMatch } from "@/domain/imports/match";
import { newProviderProblem } from "@/domain/imports/new-provider";
import type { ImportOutcome, RowChange, RowDecision, RowPlan, RowProblem } from "@/domain/imports/outcome";
import { addressChange } from "@/domain/imports/place-address";
import { warningsOfAddress, warningsOfPlace } from "@/domain/imports/place-warnings";
import type { ProviderMatch } from "@/domain/imports/provider-match";
import { isYetToBegin } from "@/domain/imports/read-row";
import type { ImportRow } from "@/domain/imports/row";
import type { PlaceBefore } from "@/domain/imports/rows-before";
import { isOlderSource, type Tenure, tenureOf } from "@/domain/imports/tenure";
import { namesAPerson } from "@/domain/reports/names-a-person";

/** What is known of the records that one row refers to. */
export type RowFindings = {
  /** Null for a service without a place. */
  place: PlaceMatch | null;
  /** The place that an earlier row of the list would make, where this one means the same. */
  placeBefore: PlaceBefore | null;
  service: ServiceMatch;
  /** All claims of the service that is the same. */
  claims: readonly Claim[];
  provider: ProviderMatch;
  commissioner: { id: string; name: string } | null;
  /** Of the service's contracts, the one of the row's type. */
  contractId: string | null;
  cited: CitedImport;
  /** What the service is or would be called. */
  name: string;
  /** How a new place would be positioned. */
  position: "exact" | "town" | "none";
  /** Why the row's address cannot be right, at a place that we know all the same. */
  positionProblem: RowProblem | null;
  isAreaOnly: boolean;
  /** Words of the row that tell care which is shown by area only, under a kind of care that is not. */
  sensitive: string | null;
  decision: RowDecision;
  /** ISO day. */
  today: string;
};

export type PlannedRow = {
  outcome: ImportOutcome;
  problems: RowProblem[];
  warnings: RowProblem[];
  plan: RowPlan | null;
};

/** What a row would do to the records as they stand: pure, so that a preview and an approval cannot differ in it. */
export function planRow(row: ImportRow, found: RowFindings): PlannedRow {
  const { service, place, commissioner } = found;
  const provider = providerOf(found.provider);
  if (service.kind === "new" && row.status === "ended") {
    const problem: RowProblem = { column: "status", code: "status-ended-unmatched", detail: row.place };
    return refused([problem]);
  }
  if (found.provider.kind === "which")
    return refused([{ column: "provider", code: "provider-which", detail: found.provider.names.join("; ") }]);
  const unfit =
    row.provider !== null && !provider ? newProviderProblem(row.provider, row.providerKind) : null;
  if (unfit) return refused([unfit]);
  const tenure = tenureOf(row, found);
  if (tenure?.kind === "refused") return refused([tenure.problem]);
  const changes = tenure ? tenure.changes : service.kind === "new" ? [] : changesOf(row, found);
  // A branch has an address of its own, which its register gives.
  if (
    place?.kind === "same" &&
    place.addressKey === undefined &&
    found.position === "exact" &&
    found.positionProblem === null
  )
    changes.push(...[addressChange(row, place.place)].filter((change) => change !== null));
  const plan: RowPlan = {
    place:
      place === null
        ? null
        : place.kind === "same"
          ? {
              id: place.place.id,
              name: place.place.name,
              because: place.because,
              ...(place.addressKey === undefined ? {} : { addressKey: place.addressKey }),
            }
          : { id: null, because: "new", ...newPlaceOf(row, found) },
    areaId: row.areaId,
    service: { id: service.kind === "same" && !tenure ? service.service.id : null, name: found.name },
    ...(tenure ? { successorOf: tenure.of } : {}),
    provider: row.provider === null ? null : (provider ?? newProviderOf(row.provider, found)),
    commissioner: row.commissioner === null ? null : (commissioner ?? { id: null, name: row.commissioner }),
    changes,
  };
  const outcome =
    service.kind === "new"
      ? "new"
      : changes.length === 0
        ? "unchanged"
        : row.status === "ended" && !tenure
          ? "ended"
          : "changed";
  // Approving by a rule is no look at each row: only the importer's own answer lets such words through.
  if (found.sensitive !== null && found.decision !== "not-sensitive" && outcome !== "unchanged")
    return refused([{ column: "category", code: "could-be-sensitive", detail: found.sensitive }]);
  return {
    outcome,
    problems: [],
    warnings:
      outcome === "unchanged"
        ? warningsOfAddress(row, found)
        : [...warningsOf(row, found, changes), ...warningsOfTenure(tenure)],
    plan,
  };
}

const refused = (problems: RowProblem[]): PlannedRow => ({
  outcome: "refused",
  problems,
  warnings: [],
  plan: null,
});

function changesOf(
  row: ImportRow,
  { provider, commissioner, contractId, claims, cited, service, decision }: RowFindings,
) {
  const refs: RowRefs = {
    providerId: providerOf(provider)?.id ?? null,
    commissionerId: commissioner?.id ?? null,
    contractId,
  };
  const providerName = service.kind === "same" ? service.service.providerName : null;
  const held = ({ field, value }: Claim) =>
    field === "provider" ? providerName : typeof value === "string" ? value : null;
  const facts = factsOfRow(row, refs);
  // An older list that names another provider speaks of another tenure: nothing else of it is about this one.
  const isOther = service.kind === "same" && service.note === "provider-changes" && decision !== "correction";
  const own =
    isOther && isOlderSource(claims, cited) ? facts.filter(({ field }) => field === "provider") : facts;
  return own.flatMap((fact) => changeOf(fact, claims, cited, held) ?? []);
}

function warningsOf(row: ImportRow, found: RowFindings, changes: readonly RowChange[]): RowProblem[] {
  const { service, commissioner, isAreaOnly, today } = found;
  const provider = providerOf(found.provider);
  const warnings: RowProblem[] = warningsOfPlace(row, found);
  const warn = (column: RowProblem["column"], code: RowProblem["code"], detail = "") =>
    warnings.push({ column, code, detail });
  if (isAreaOnly) warn("category", "area-only");
  if (found.sensitive !== null) warn("category", "sensitive-words", found.sensitive);
  // As in the queue: a claim about one named doctor is a claim about a person.
  if (row.provider !== null && namesAPerson(row.provider)) warn("provider", "names-a-person", row.provider);
  if (service.kind === "new" && service.lookAt)
    warn("provider", "another-provider-there", service.lookAt.providerName ?? service.lookAt.name);
  if (service.kind === "same" && service.note)
    warn("provider", service.note, service.service.providerName ?? "");
  if (service.kind === "new" && row.startedOn !== null && isYetToBegin(row.startedOn, today))
    warn("started-on", "not-begun", row.startedOn);
  if (found.provider.kind === "alike") {
    const { name, row: before } = found.provider.provider;
    warn("provider", before === undefined ? "provider-alike" : "provider-alike-row", name);
  } else if (row.provider !== null && !provider) warn("provider", "new-provider", row.provider);
  if (row.commissioner !== null && !commissioner) warn("commissioner", "new-commissioner", row.commissioner);
  for (const { kind, field, from } of changes)
    if (kind === "contradicts") warn(null, "source-older", `${field}: ${from ?? ""}`);
  return warnings;
}

/** The provider that we have: what an earlier row of the list would make is not there yet. */
const providerOf = (match: ProviderMatch) =>
  "provider" in match && match.provider.row === undefined ? match.provider : null;

function newProviderOf(name: string, { provider: match }: RowFindings) {
  const before = "provider" in match ? match.provider : null;
  return before?.row === undefined ? { id: null, name } : { id: null, name: before.name, row: before.row };
}

function newPlaceOf(row: ImportRow, { placeBefore: before }: RowFindings) {
  return before ? { name: before.name, row: before.number } : { name: row.place };
}

function warningsOfTenure(tenure: Tenure | null): RowProblem[] {
  return tenure?.kind === "successor" ? tenure.warnings : [];
}
