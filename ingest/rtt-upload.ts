import { Readable } from "node:stream";
import { IngestRefusal } from "./refusal";
import { LARGEST_CSV, type RttRow, readRttCsv, readRttExtract } from "./rtt-extract";
import { collectBytes, shapeOf } from "./spreadsheet-bytes";

const ZIP = Buffer.from("PK\x03\x04", "latin1");

/**
 * Streams the extract as somebody sends it: the publisher's zip, held whole because its list of contents is at its end, or
 * the CSV in it, of which no more than a row is held.
 * @param mostBytes of a zip; a CSV may have as much as a zip may unpack to.
 * @throws FileRefusal for what is too large, empty or no table; IngestRefusal for another layout.
 */
export async function* readSentExtract(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<RttRow> {
  const { first, all } = await peek(chunks);
  if (first.subarray(0, ZIP.length).equals(ZIP)) {
    yield* readRttExtract(file, await collectBytes(all, mostBytes));
    return;
  }
  if (first.length === 0) await collectBytes(all);
  shapeOf(first);
  yield* readRttCsv(file, Readable.from(upTo(file, all, LARGEST_CSV), { objectMode: false }));
}

/** The beginning of what is sent, enough to tell a zip, and all of it with the beginning put back. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ first: Buffer; all: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  let isDone = false;
  while (first.length < ZIP.length && !isDone) {
    const next = await iterator.next();
    isDone = next.done === true;
    if (!next.done) first = Buffer.concat([first, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first;
    while (!isDone) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return { first, all: all() };
}

async function* upTo(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > most) throw new IngestRefusal(file, "the CSV is too large");
    yield chunk;
  }
}
