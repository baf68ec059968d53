import type { Db } from "@/db/client";
import { listApprovedAnswers } from "@/db/queries/extracts";
import { type Classification, readClassification } from "@/db/reference/provider-classification";
import type { RowProblem } from "@/domain/imports/outcome";
import { extractRowOf } from "@/server/imports/extracts/filed-code";
import { findKnownProviders } from "@/server/imports/extracts/known-providers";
import { answered, type ReviewedCode } from "@/server/imports/extracts/reviewed-code";

let shipped: Classification | undefined;

/**
 * The reviewed table of the project, and over it what importers said of codes in extracts that were approved and not
 * undone. A code keeps its latest answer.
 */
export async function classificationInForce(db: Db): Promise<Classification> {
  shipped ??= readClassification();
  const rows = (await listApprovedAnswers(db)).map(({ item, answer }) =>
    extractRowOf({ number: 0, raw: [item, answer], decision: null }),
  );
  const base = shipped;
  const known = await findKnownProviders(
    db,
    rows.flatMap(({ answer }) => answer?.provider ?? []),
  );
  const reviewed = new Map<string, ReviewedCode>();
  for (const { item, answer } of rows) {
    if (!("filed" in item) || answer === null || reviewed.has(item.filed.code)) continue;
    // Its organisation may have been merged or held back since: then somebody has to look again.
    const found = answered(item.filed, { answer, decision: null }, { base, known });
    if (isReviewed(found)) reviewed.set(item.filed.code, found);
  }
  return withReviewed(base, [...reviewed.values()]);
}

export function isReviewed(found: ReviewedCode | RowProblem[]): found is ReviewedCode {
  return !Array.isArray(found);
}

/** A classification in which these codes stand as they were reviewed last. */
export function withReviewed(base: Classification, reviewed: readonly ReviewedCode[]): Classification {
  const again = new Set(reviewed.map(({ code }) => code.code));
  return {
    ...base,
    sources: Object.assign({}, base.sources, ...reviewed.map(({ sources }) => sources)),
    providers: {
      ...base.providers,
      ...Object.fromEntries(reviewed.map(({ provider: { key, entry } }) => [key, entry])),
    },
    codes: [...base.codes.filter(({ code }) => !again.has(code)), ...reviewed.map(({ code }) => code)],
  };
}
