import type { Db } from "@/db/client";
import { listExtractServices } from "@/db/queries/extracts";
import type { ExtractRow, FiledCode } from "@/server/imports/extracts/filed-code";

/**
 * The rows of an extract: one for each code, and one for each service that an earlier extract brought and whose code this
 * one does not have. The latter only of one that is newer than what is in force: an older one could not know.
 */
export async function rowsOfExtract(
  db: Db,
  filed: readonly FiledCode[],
  { isNewer }: { isNewer: boolean },
): Promise<ExtractRow[]> {
  const codes = new Set(filed.map(({ code }) => code));
  const gone = isNewer
    ? (await listExtractServices(db)).flatMap(({ id, sourceKey }) => {
        const code = sourceKey.split("/")[2] ?? "";
        return codes.has(code) ? [] : { delisted: { serviceId: id, code } };
      })
    : [];
  const items = [...filed.map((one) => ({ filed: one })), ...gone];
  return items.map((item, index) => ({ number: index + 1, item: { ...item, answer: null }, decision: null }));
}
