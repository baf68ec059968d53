import type { Claim } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import { firstDayOf } from "@/domain/dates/partial-date";
import type { CitedImport } from "@/domain/imports/facts";
import type { ServiceMatch } from "@/domain/imports/match";
import type { RowChange, RowDecision, RowPlan, RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";

/** What a row makes of a service that had another provider until now. */
export type Tenure =
  | { kind: "refused"; problem: RowProblem }
  | {
      kind: "successor";
      of: NonNullable<RowPlan["successorOf"]>;
      /** For the preview. */
      changes: RowChange[];
      warnings: RowProblem[];
    };

type Findings = {
  service: ServiceMatch;
  claims: readonly Claim[];
  cited: CitedImport;
  decision: RowDecision;
  /** ISO day. */
  today: string;
};

/**
 * A service is one tenure of one provider: another provider ends it and begins the next (a
 * successor). Null where nothing of the kind happens: the provider is the same, somebody said that the former was a
 * mistake, or the list is older than what we know and stands beside it.
 */
export function tenureOf(row: ImportRow, found: Findings): Tenure | null {
  const { service, claims, cited, decision, today } = found;
  if (service.kind !== "same" || service.note !== "provider-changes" || row.provider === null) return null;
  if (decision === "correction" || isOlderSource(claims, cited)) return null;
  const refuse = (column: RowProblem["column"], code: RowProblem["code"], detail: string): Tenure => ({
    kind: "refused",
    problem: { column, code, detail },
  });
  if (row.status === "ended") return refuse("status", "status-ended-unmatched", row.place);
  const began = inForce(claims, "service", "started-on")?.value;
  if (row.startedOn !== null && typeof began === "string" && firstDayOf(row.startedOn) <= firstDayOf(began))
    return refuse("started-on", "tenure-before", began);
  const ends = row.status !== "planned" && (row.startedOn === null || firstDayOf(row.startedOn) <= today);
  const { id, name, providerName } = service.service;
  const changes: RowChange[] = [
    { field: "provider", kind: "changes", from: providerName ?? name, to: row.provider },
  ];
  if (row.startedOn !== null)
    changes.push({ field: "started-on", kind: "sets", from: null, to: row.startedOn });
  const warnings: RowProblem[] = [];
  if (!ends) warnings.push({ column: "started-on", code: "tenure-planned", detail: providerName ?? name });
  else if (row.startedOn === null)
    warnings.push({ column: "started-on", code: "tenure-undated", detail: providerName ?? name });
  return { kind: "successor", of: { id, name, ends }, changes, warnings };
}

/** True where something newer than the list says who runs the service. */
export function isOlderSource(claims: readonly Claim[], { confirmedOn }: CitedImport): boolean {
  const held = inForce(claims, "service", "provider");
  return held !== undefined && confirmedOn < held.confirmedOn;
}
