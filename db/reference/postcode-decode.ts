import { itemAt } from "@/domain/lists/item-at";
import { recordOf } from "@/domain/lists/keys-of";
import { ByteReader } from "./byte-streams";
import { FORMAT_VERSION, type PostcodeHeader, STREAMS, type StreamName } from "./postcode-format";
import { PRECISIONS } from "./postcode-rows";
import { NO_COLUMN, type PostcodeTable } from "./postcode-table";
import { RecencyList } from "./recency-list";

/**
 * Unpacks what PostcodeEncoder packed. About half a second for the whole UK.
 * @throws Error when the bytes are of another version or cut short.
 */
export function decodePostcodes(bytes: Uint8Array): PostcodeTable {
  const { header, streams } = readHeader(bytes);
  const { units, outcodes, codes } = header;
  const table: PostcodeTable = {
    outcodes,
    starts: new Uint32Array(outcodes.length + 1),
    inward: new Uint16Array(units),
    constituencyCodes: codes.constituency,
    councilCodes: codes.council,
    healthBodyCodes: codes.healthBody,
    constituency: new Uint16Array(units),
    council: new Uint16Array(units),
    healthBody: new Uint8Array(units),
    column: new Uint16Array(units),
    row: new Uint16Array(units),
    precision: new Uint8Array(units),
    near: new Uint16Array(units),
  };
  let at = 0;
  for (let group = 0; group < outcodes.length; group++) {
    table.starts[group] = at;
    let inward = -1;
    for (const end = at + streams.outcodes.number(); at < end; at++) {
      inward += streams.inward.number() + 1;
      table.inward[at] = inward;
    }
  }
  table.starts[outcodes.length] = at;
  decodeAreas(table, streams);
  decodePositions(table, streams);
  decodeNear(table, streams.near);
  return table;
}

type Streams = Record<StreamName, ByteReader>;

function decodeAreas(table: PostcodeTable, streams: Streams): void {
  const recent = {
    constituency: new RecencyList(),
    council: new RecencyList(),
    healthBody: new RecencyList(),
  };
  for (let at = 0; at < table.inward.length; at++) {
    const constituency = recent.constituency.decode(0, streams.constituency.number());
    const council = recent.council.decode(constituency, streams.council.number());
    table.constituency[at] = constituency;
    table.council[at] = council;
    table.healthBody[at] = recent.healthBody.decode(council, streams.healthBody.number());
  }
}

function decodePositions(table: PostcodeTable, streams: Streams): void {
  const none = PRECISIONS.indexOf("none");
  let [column, row] = [0, 0];
  for (let at = 0; at < table.inward.length; at++) {
    const precision = streams.precision.byte();
    table.precision[at] = precision;
    table.column[at] = NO_COLUMN;
    if (precision === none) continue;
    column += streams.column.signed();
    row += streams.row.signed();
    table.column[at] = column;
    table.row[at] = row;
  }
}

function decodeNear(table: PostcodeTable, near: ByteReader): void {
  const recent = new RecencyList();
  for (let at = 0; at < table.inward.length; at++) {
    const code = near.number();
    if (code > 0) table.near[at] = recent.decode(itemAt(table.constituency, at), code - 1);
  }
}

function readHeader(bytes: Uint8Array): { header: PostcodeHeader; streams: Streams } {
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE();
  const reader = new ByteReader(bytes.subarray(4));
  const header: PostcodeHeader = JSON.parse(Buffer.from(reader.take(length)).toString("utf8"));
  if (header.version !== FORMAT_VERSION) throw new Error(`Postcode table of version ${header.version}`);
  const streams = recordOf(
    STREAMS,
    (name) => new ByteReader(reader.take(header.streams[STREAMS.indexOf(name)] ?? 0)),
  );
  return { header, streams };
}
