import type { ClaimRead, SourcedClaim, SourceRead } from "./reading";

/** For tests: a source and a claim of it, with what the test is about. */
export const SOURCE_READ: SourceRead = {
  id: "s1",
  kind: "news",
  title: "Article",
  publisher: "News & Star",
  url: null,
  publishedOn: "2024-04",
  periodFrom: null,
  periodTo: null,
  note: null,
};

/** As the database has it. */
export function recordedClaim(given: Partial<SourcedClaim> = {}): SourcedClaim {
  return {
    id: "c1",
    recordType: "service",
    recordId: "r1",
    field: "name",
    value: "Eye clinic",
    validFrom: null,
    validTo: null,
    sourceId: "s1",
    says: "Says so.",
    confirmedOn: "2024-04-01",
    recordedAt: new Date("2026-01-01T00:00:00Z"),
    supersededBy: null,
    readOn: "2026-01-01",
    source: SOURCE_READ,
    ...given,
  };
}

/** As a page shows it. */
export function claimOf(given: Partial<ClaimRead> = {}): ClaimRead {
  return { ...recordedClaim(), isInForce: true, ...given };
}
