import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isNhs, providerOf, readClassification } from "@/db/reference/provider-classification";
import { decodeWaitingTimes, readTableBytes, WAITING_TIMES_FILE } from "@/db/reference/waiting-times-table";
import { starterId } from "@/db/seed/starter/starter-id";
import type { Claim } from "@/domain/claims/claim";
import { addUpNumbers, type ProviderNumbers } from "@/domain/claims/provider-numbers";
import { readSource } from "@/ingest/build/data-folder";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { type RttPart, readRttExtract, TOTAL_FUNCTION } from "@/ingest/rtt-extract";
import { providerIdOf } from "./provider-drafts";
import { waitingDrafts } from "./waiting-drafts";
import { sourceRefs } from "./waiting-sources";

const FOLDER = process.env.SHARED_DATA ?? "../shared/data";
const present = existsSync(join(FOLDER, DATASETS["waiting-times"].path));

type Count = keyof Omit<ProviderNumbers, "month" | "services" | "isAlsoElsewhere">;
const COUNTS: Partial<Record<RttPart, Count>> = {
  admitted: "completedAdmitted",
  "non-admitted": "completedNonAdmitted",
  waiting: "waiting",
  "new-periods": "newReferrals",
};
const none = () => ({ completedAdmitted: 0, completedNonAdmitted: 0, waiting: 0, newReferrals: 0 });

const classification = readClassification();
const providers = { classification, refs: sourceRefs(classification), storedProvider: () => undefined };

/** What the page of each organisation adds up, by its id: the claims of its services and its own. */
function numbersOfPages(): Map<string, Record<Count, number>> {
  const table = decodeWaitingTimes(readTableBytes(WAITING_TIMES_FILE));
  const areas = table.payers.map((code) => ({ id: starterId(code), kind: "icb", code }));
  const carlisle = { id: starterId("carlisle"), kind: "constituency", code: "E14001152" };
  const stored = {
    areas: [...areas, carlisle],
    placesByCode: [],
    placesByName: [],
    providers: [],
    services: [],
  };
  const claims = new Map<string, Claim[]>();
  for (const { recordType, recordId, claims: facts } of waitingDrafts(
    table,
    classification,
    providers.refs,
    stored,
  )) {
    const operator = facts.find(({ field }) => field === "provider")?.value as
      | { providerId: string }
      | undefined;
    const id = recordType === "provider" ? recordId : (operator?.providerId ?? "");
    const own = facts.map((fact) => ({
      ...fact,
      id: fact.id ?? "",
      recordType,
      recordId,
      recordedAt: new Date(0),
      validFrom: null,
      validTo: null,
      supersededBy: null,
    }));
    claims.set(id, [...(claims.get(id) ?? []), ...own]);
  }
  return new Map(
    [...claims].map(([id, own]) => {
      const {
        month: _m,
        services: _s,
        isAlsoElsewhere: _e,
        ...sums
      } = addUpNumbers(own) ?? {
        month: "",
        services: 0,
        isAlsoElsewhere: false,
        ...none(),
      };
      return [id, sums];
    }),
  );
}

it.skipIf(!present)(
  `the page of every organisation comes to what the publisher's extract counts of it (needs ${FOLDER})`,
  async () => {
    const keyOf = new Map(
      classification.codes
        .filter((code) => !isNhs(providerOf(classification, code)))
        .map(({ code, provider }) => [code, provider]),
    );
    const filed = new Map<string, Record<Count, number>>();
    const extract = readSource(FOLDER, "waiting-times");
    for await (const row of readRttExtract(extract.path, extract.bytes)) {
      const [key, count] = [keyOf.get(row.providerCode), COUNTS[row.part]];
      if (key === undefined || count === undefined || row.functionCode === TOTAL_FUNCTION) continue;
      const sums = filed.get(key) ?? none();
      filed.set(key, sums);
      sums[count] += row.pathways;
    }
    const pages = numbersOfPages();
    expect(filed.get("spamedica")).toMatchObject({ completedAdmitted: 9330, waiting: 27_671 });
    expect(filed.size).toBeGreaterThan(70);
    for (const [key, sums] of filed) {
      expect([key, pages.get(providerIdOf(key, providers)) ?? none()]).toEqual([key, sums]);
    }
  },
  240_000,
);
