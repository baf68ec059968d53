import { createHash } from "node:crypto";
import { REFERENCE_FOLDER, readTogether } from "@/db/reference/read-together";
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

const FILES = [
  "datasets.json",
  "areas.json",
  "representatives.json",
  "area-overlaps.json",
  "area-history.json",
] as const;

/** @param folder where the tables lie; the clone's own unless a test says otherwise. */
export function readReferenceTables(folder = REFERENCE_FOLDER): ReferenceTables {
  const hash = createHash("sha256");
  const all = readTogether(FILES, folder);
  const read = <T>(name: (typeof FILES)[number]): T => {
    const text = all[FILES.indexOf(name)]?.toString("utf8");
    if (text === undefined) throw new Error(`${folder}/${name} is not there.`);
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
