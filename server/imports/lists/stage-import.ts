import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { nameOfFile } from "@/server/imports/engine/find-format";
import type { Progress, SentImport } from "@/server/imports/engine/import-format";
import { stageFile } from "@/server/imports/engine/stage-file";

/** A file as it arrives, or a table that was pasted. */
export type SentList = SentImport["list"];

/** So many bytes of a file tell of which kind it is. */
const TELLING = 64 * 1024;

/**
 * Previews a campaign's own list, as a table or a file of a map: what each row would do.
 * @throws NotAllowedError ("not-admin"); InvalidInputError by field, `file` or `pasted` as `stageFile` says.
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stageImport(
  db: Db,
  actor: CampaignerActor,
  given: unknown,
  list: SentList,
  progress?: Progress,
  id?: string,
): Promise<{ batchId: string; isAgain: boolean }> {
  const { name, sent } = await recognised(list);
  return stageFile(db, actor, { name, given, list: sent }, progress, id);
}

/** Of which kind a file is by what is in it, whatever it is called, and the file from its beginning. */
async function recognised(list: SentList): Promise<{ name: string; sent: SentList }> {
  const table = "campaign-list";
  if ("pasted" in list) return { name: table, sent: list };
  const iterator = list.bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < TELLING) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.byteLength;
  }
  const start = Buffer.concat(head)
    .subarray(0, TELLING)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const bytes = (async function* () {
    yield* head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  return { name: nameOfFile(start) ?? table, sent: { name: list.name, bytes } };
}
