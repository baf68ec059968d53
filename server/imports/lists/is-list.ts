import { formatOf } from "@/server/imports/engine/find-format";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import { listShape } from "@/server/imports/lists/list-item";

/** Whether an import is a list of somebody's own, whatever its file was: its rows are cells. */
export const isList = (batch: Pick<ImportBatch, "format">) => Object.is(formatOf(batch).shape, listShape);
