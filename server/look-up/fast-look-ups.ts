import type { IncomingMessage, ServerResponse } from "node:http";
import vary from "vary";
import words from "@/messages/en/api.json";
import { acceptedEncoding, type ContentEncoding } from "@/server/http/accepted-encoding";
import { log } from "@/server/log";
import { referenceAreas } from "@/server/reference/reference-areas";
import { type ApiAnswer, apiProblem } from "./api-answer";
import { areaApi } from "./api-area";
import { postcodeApi } from "./api-postcode";
import { fastNames, type NamesOptions } from "./fast-names";
import { openToAll, send, sendAnswer } from "./send-answer";
import {
  groundFile,
  linesFile,
  linesHash,
  outlineFile,
  type ReadyFile,
  shardFile,
  shardHash,
  shardIndexFile,
  tileFile,
} from "./shard-files";

/** A day without asking; then with the validator, which costs no body as long as nothing has changed. */
const API_CACHING = "public, max-age=86400, must-revalidate";
const INDEX_CACHING = "public, max-age=300, must-revalidate";
/** Boundaries change every few years; a day is soon enough. */
const TILE_CACHING = "public, max-age=86400, must-revalidate";
const NOT_KEPT = "no-store";
const FOR_EVER = "public, max-age=31536000, immutable";

const JSON_TYPE = "application/json; charset=utf-8";
const TILE_TYPE = "application/vnd.mapbox-vector-tile";

const API = /^\/api\/v1\/(postcodes|areas)\/([^/]*)\/?$/;

/** The files that are made of the tables in memory, by what stands in their addresses. */
const FILES: {
  path: RegExp;
  caching: string;
  type: string;
  file: (parts: readonly string[], encoding: ContentEncoding) => ReadyFile | null;
}[] = [
  {
    path: /^\/postcodes\/index\.json\/?$/,
    caching: INDEX_CACHING,
    type: JSON_TYPE,
    file: (_, encoding) => shardIndexFile(encoding),
  },
  {
    path: /^\/postcodes\/([0-9a-f]{16})\/([A-Z\d]{2,4})\.json\/?$/,
    caching: FOR_EVER,
    type: JSON_TYPE,
    file: ([hash, outcode = ""], encoding) => (hash === shardHash() ? shardFile(outcode, encoding) : null),
  },
  {
    path: /^\/outlines\/(\d{1,3})-(\d{1,3})\.json\/?$/,
    caching: TILE_CACHING,
    type: JSON_TYPE,
    file: ([column, row], encoding) => tileFile({ column: Number(column), row: Number(row) }, encoding),
  },
  {
    path: /^\/ground\/(\d{1,3})-(\d{1,3})\.pbf\/?$/,
    caching: TILE_CACHING,
    type: TILE_TYPE,
    file: ([x, y], encoding) => groundFile({ x: Number(x), y: Number(y) }, encoding),
  },
  {
    path: /^\/lines\/([0-9a-f]{16})\/(\d{1,3})-(\d{1,3})\.json$/,
    caching: FOR_EVER,
    type: JSON_TYPE,
    file: ([hash, x, y], encoding) =>
      hash === linesHash() ? linesFile({ x: Number(x), y: Number(y) }, encoding) : null,
  },
  {
    path: /^\/lines\/([0-9a-f]{16})\/([A-Z\d]{3,9})\.json$/,
    caching: FOR_EVER,
    type: JSON_TYPE,
    file: ([hash, code = ""], encoding) => (hash === linesHash() ? outlineFile(code, encoding) : null),
  },
];

/** Every other address that begins like those of the API, such as one with a postcode in two pieces. */
const OTHER_FORM = /^\/api\/v1\/(postcodes|areas|names)(?:\/.*)?$/;

/**
 * Answers `/api/v1/postcodes/…`, `/api/v1/areas/…`, `/api/v1/names`, the index of shards, the shards, and the squares of outlines, of the map's ground and of its lines, in the front
 * server: no Next, and nothing logged. Returns false, having done nothing, for every other address.
 */
export function fastLookUps({ siteOrigin, ...options }: NamesOptions) {
  let apis: Record<string, (text: string) => ApiAnswer> | undefined;
  const answerApi = (
    request: IncomingMessage,
    response: ServerResponse,
    [, api = "", asked = ""]: RegExpExecArray,
  ) => {
    const areas = referenceAreas();
    apis ??= { postcodes: postcodeApi(areas, siteOrigin), areas: areaApi(areas, siteOrigin) };
    sendAnswer(request, response, apis[api]?.(decoded(asked)) ?? noFile(), API_CACHING);
  };
  const names = fastNames({ siteOrigin, ...options });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (names(request, response)) return true;
    const path = request.url?.split("?", 1)[0] ?? "";
    const api = API.exec(path);
    const known = api === null ? FILES.find((files) => files.path.test(path)) : undefined;
    const other = api === null && known === undefined ? OTHER_FORM.exec(path)?.[1] : undefined;
    if (api === null && known === undefined && other === undefined) return false;
    if (openToAll(request, response)) return true;
    try {
      if (api) answerApi(request, response, api);
      else if (known) answerFile(request, response, known, path);
      else sendAnswer(request, response, otherForm(other), API_CACHING);
    } catch (error) {
      log.error({ err: error }, "A look-up failed");
      if (!response.headersSent) response.writeHead(500, { "Cache-Control": NOT_KEPT });
      response.end();
    }
    return true;
  };
}

function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, caching, type, file }: (typeof FILES)[number],
  asked: string,
): void {
  const encoding = acceptedEncoding(request.headers);
  const found = file(path.exec(asked)?.slice(1) ?? [], encoding);
  if (found) sendFile(request, response, { file: found, encoding, caching, type });
  // A proxy that kept "there is none" would keep it from a browser that asks again.
  else sendAnswer(request, response, noFile(), caching, NOT_KEPT);
}

function noFile(): ApiAnswer {
  const { title, text } = words.noShard;
  return apiProblem(404, { title, detail: text }, { reason: "no-shard" });
}

/** @param api what the address is of: the answer says how that is asked */
function otherForm(api = ""): ApiAnswer {
  const forms: Readonly<Record<string, string>> = words.noSuchAddress;
  const { title } = words.noSuchAddress;
  return apiProblem(404, { title, detail: forms[api] ?? title }, { reason: "no-such-address" });
}

/** What stands in the address, with + for a space as some programs write it. Bad escapes stay, and are no postcode. */
function decoded(segment: string): string {
  const spaced = segment.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  {
    file,
    encoding,
    caching,
    type,
  }: { file: ReadyFile; encoding: ContentEncoding; caching: string; type: string },
): void {
  response.setHeader("Content-Type", type);
  vary(response, "Accept-Encoding");
  if (encoding !== "identity" && file.bytes.length > 0) response.setHeader("Content-Encoding", encoding);
  send(request, response, { status: 200, body: file.bytes, etag: file.etag, caching });
}
