import { getDb } from "@/db/client";
import { listDatasets } from "@/db/queries/areas";
import type { DatasetRead } from "@/domain/areas/reference-dataset";

/** Reference data in use, with publisher, licence, vintage and the words its licence asks for. */
export function loadDatasets(): Promise<DatasetRead[]> {
  return listDatasets(getDb());
}
