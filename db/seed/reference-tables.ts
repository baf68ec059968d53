import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import type { Representative } from "@/domain/areas/representative";

/** `share` (0 to 1) of the first area's unit postcodes that lie in the other. */
export type OverlapRecord = {
  kind: AreaKind;
  code: string;
  otherKind: AreaKind;
  otherCode: string;
  share: number;
};

/** The shipped reference tables: what `npm run ingest` wrote from the publishers' files. */
export type ReferenceTables = {
  datasets: ReferenceDataset[];
  areas: AreaRecord[];
  representatives: Representative[];
  overlaps: OverlapRecord[];
  /** sha256 over all of them: the same tables, the same hash. */
  contentHash: string;
};

/** @param folder where the tables lie; the clone's own unless a test says otherwise. */
export function readReferenceTables(
  folder = join(process.cwd(), "db", "seed", "reference"),
): ReferenceTables {
  const hash = createHash("sha256");
  const read = <T>(name: string): T[] => {
    const text = readFileSync(join(folder, name), "utf8");
    hash.update(name).update(text);
    return JSON.parse(text) as T[];
  };
  const tables = {
    datasets: read<ReferenceDataset>("datasets.json"),
    areas: read<AreaRecord>("areas.json"),
    representatives: read<Representative>("representatives.json"),
    overlaps: existsSync(join(folder, "area-overlaps.json")) ? read<OverlapRecord>("area-overlaps.json") : [],
  };
  return { ...tables, contentHash: hash.digest("hex") };
}
