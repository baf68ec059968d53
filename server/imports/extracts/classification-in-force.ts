import type { Db } from "@/db/client";
import { listApprovedAnswers } from "@/db/queries/extracts";
import { type Classification, readClassification } from "@/db/reference/provider-classification";
import type { RowProblem } from "@/domain/imports/outcome";
import { EXTRACT_FORMAT, extractShape } from "@/server/imports/extracts/filed-code";
import { findKnownProviders } from "@/server/imports/extracts/known-providers";
import { answered, type ReviewedCode } from "@/server/imports/extracts/reviewed-code";

let shipped: Classification | undefined;

/**
 * The reviewed table of the project, and over it what importers said of codes in extracts that were approved and not
 * undone. A code keeps its latest answer.
 */
export async function classificationInForce(db: Db): Promise<Classification> {
  shipped ??= readClassification();
  const items = (await listApprovedAnswers(db, EXTRACT_FORMAT)).map(extractShape.read);
  const base = shipped;
  const known = await findKnownProviders(
    db,
    items.flatMap(({ answer }) => answer?.provider ?? []),
  );
  const reviewed = new Map<string, ReviewedCode>();
  for (const item of items) {
    const { answer } = item;
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
