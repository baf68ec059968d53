import { PartRows } from "@/components/moderation/part-rows";
import { ChangeRowsTable, useChangeRows } from "@/components/reports/change-facts";
import { ProposedSources } from "@/components/reports/proposal-facts";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { ChangedFact } from "@/domain/reports/changed-fact";

/** What would change of an entry by one part of a report, to stand beside the verdict on it. */
export function ChangePartRows({ rows }: { rows: readonly ChangedFact[] }) {
  return <PartRows rows={useChangeRows(rows)} />;
}

/** What the first of two moderators decided to change, and by which sources. */
export function FirstChange({
  change: { rows, proposal },
}: {
  change: { rows: readonly ChangedFact[]; proposal: ChangeProposal };
}) {
  return (
    <>
      <ChangeRowsTable rows={rows} />
      {"sources" in proposal ? <ProposedSources proposal={proposal} /> : null}
    </>
  );
}
