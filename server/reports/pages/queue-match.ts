import type { Db } from "@/db/client";
import { findProviderByName } from "@/db/queries/report-records";
import type { Proposal } from "@/domain/reports/proposal";
import { loadLikelyTwins } from "@/server/reports/publishing/likely-twins";

/** What a report that waits has to do with entries that are there. `providerName` is "" where it names nobody. */
export type QueueMatch = { twin: string | null; providerName: string; providerIsKnown: boolean };

/** The one place where the queue asks what a report may be the same as. */
export async function findQueueMatch(db: Db, proposal: Proposal): Promise<QueueMatch> {
  const providerName = runnerOf(proposal);
  const [twins, known] = await Promise.all([
    proposal.kind === "new-service" ? loadLikelyTwins(db, proposal) : [],
    providerName === "" ? undefined : findProviderByName(db, providerName),
  ]);
  return { twin: twins[0]?.name ?? null, providerName, providerIsKnown: known !== undefined };
}

/** Who would be named as running something. */
function runnerOf(proposal: Proposal): string {
  if (proposal.kind === "new-service") return proposal.naming === "named" ? proposal.providerName : "";
  if (proposal.kind === "change") return proposal.change === "new-provider" ? proposal.providerName : "";
  const isRunner = proposal.kind === "correction" && proposal.field === "provider";
  return isRunner && typeof proposal.proposed === "string" ? proposal.proposed : "";
}
