import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaHistory } from "@/domain/areas/area-history";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import type { Representative } from "@/domain/areas/representative";

/** The shipped reference tables: what `npm run ingest` wrote from the publishers' files. */
export type ReferenceTables = {
  datasets: ReferenceDataset[];
  areas: AreaRecord[];
  representatives: Representative[];
  overlaps: AreaOverlaps;
  history: AreaHistory;
  /** sha256 over all of them: the same tables, the same hash. */
  contentHash: string;
};

/** @param folder where the tables lie; the clone's own unless a test says otherwise. */
export function readReferenceTables(
  folder = join(process.cwd(), "db", "seed", "reference"),
): ReferenceTables {
  const hash = createHash("sha256");
  const read = <T>(name: string): T => {
    const text = readFileSync(join(folder, name), "utf8");
    hash.update(name).update(text);
    return JSON.parse(text) as T;
  };
  const tables = {
    datasets: read<ReferenceDataset[]>("datasets.json"),
    areas: read<AreaRecord[]>("areas.json"),
    representatives: read<Representative[]>("representatives.json"),
    overlaps: read<AreaOverlaps>("area-overlaps.json"),
    history: read<AreaHistory>("area-history.json"),
  };
  return { ...tables, contentHash: hash.digest("hex") };
}
