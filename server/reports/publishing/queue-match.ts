import type { Db } from "@/db/client";
import { findProvidersByNames } from "@/db/queries/report-records";
import { writtenName } from "@/domain/names/plain-name";
import type { Proposal } from "@/domain/reports/proposal";
import { loadLikelyTwinsOf } from "@/server/reports/publishing/likely-twins";

/** What a report that waits has to do with entries that are there. `providerName` is "" where it names nobody. */
export type QueueMatch = { twin: string | null; providerName: string; providerIsKnown: boolean };

/**
 * The one place where the queue asks what reports may be the same as, of a whole page at once. @returns for each proposal, in its order.
 */
export async function findQueueMatches(db: Db, proposals: readonly Proposal[]): Promise<QueueMatch[]> {
  const names = proposals.map(runnerOf);
  const fresh = proposals.flatMap((proposal) => (proposal.kind === "new-service" ? [proposal] : []));
  const [twins, known] = await Promise.all([
    loadLikelyTwinsOf(
      db,
      fresh.map((proposal) => ({ proposal })),
    ),
    findProvidersByNames(
      db,
      names.filter((name) => name !== ""),
    ),
  ]);
  const likeliest = new Map(
    fresh.map((proposal, index): [Proposal, string | undefined] => [proposal, twins[index]?.[0]?.name]),
  );
  return proposals.map((proposal, index) => {
    const providerName = names[index] ?? "";
    return {
      twin: likeliest.get(proposal) ?? null,
      providerName,
      providerIsKnown: known.has(writtenName(providerName)),
    };
  });
}

/** Who would be named as running something. */
function runnerOf(proposal: Proposal): string {
  if (proposal.kind === "new-service") return proposal.naming === "named" ? proposal.providerName : "";
  if (proposal.kind === "change") return proposal.change === "new-provider" ? proposal.providerName : "";
  const isRunner = proposal.kind === "correction" && proposal.field === "provider";
  return isRunner && typeof proposal.proposed === "string" ? proposal.proposed : "";
}
