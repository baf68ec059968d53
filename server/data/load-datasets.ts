import { getDb } from "@/db/client";
import { type DatasetRead, listDatasets } from "@/db/queries/areas";

/** Reference data in use, with publisher, licence, vintage and the words its licence asks for. */
export function loadDatasets(): Promise<DatasetRead[]> {
  return listDatasets(getDb());
}
