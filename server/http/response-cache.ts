import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import fresh from "fresh";
import { LRUCache } from "lru-cache";
import vary from "vary";
import { acceptedEncoding } from "./accepted-encoding";
import { type Bodies, bodyFor, readyBodies } from "./encoded-body";
import { NAVIGATION_HEADERS, SCRIPTS_HEADER } from "./header-names.mjs";
import { knownPublication } from "./publication";
import { routeKind } from "./route-kind";

/** A page, a file of the map or a list, as Next answered with it: its headers before the front server's own, and its body in each encoding. */
type Kept = { publication: number; until: number; headers: [string, OutgoingHttpHeader][]; bodies: Bodies };

/** Milliseconds after which Next is asked again, whatever was published: what a page says of today must not stay. */
const KEPT_FOR = 60_000;

/** Of a navigation by script, of a form, or of who shows a password: not answered with the page that everybody is given. */
const OTHERWISE = [...NAVIGATION_HEADERS, "authorization"];

/**
 * The map's files and the lists of pages, which are the same for everybody too. Next takes the name of an encoding away from
 * what a route handler answers and compresses no binary file, so theirs are compressed here.
 */
const FILE = /^\/api\/v1\/(?:map\/data|lists)\//;

/** Kinds that readers put together: thousands of sets of them would push out the pages that everybody reads. */
const CHOSEN = /^\/(?:cy\/)?counting\/(?!companies-by-type(?:\/|$))/;

/**
 * Keeps public pages as they were sent, compressed, and answers with them before Next is asked: Next hashes, compresses and
 * writes a page anew for each visitor. A page is kept under the publication number at which it was asked for and answers
 * no more once there is a newer one, so what is withdrawn leaves with everything else (docs/decisions/0020).
 * @param bytes how much memory the pages may take, near enough.
 * @returns as one of the front server's `fast`: true when it has answered.
 */
export function responseCache({
  bytes,
  now = Date.now,
}: {
  bytes: number;
  now?: (() => number) | undefined;
}) {
  const pages = new LRUCache<string, Kept>({
    maxSize: bytes,
    // The two compressed bodies together are less than half of the plain one.
    sizeCalculation: ({ bodies }) => 2048 + Math.ceil(bodies.plain.length * 1.5),
  });
  return (request: IncomingMessage, response: ServerResponse, pathname: string): boolean => {
    const { url = "" } = request;
    if (!isForEverybody(request, pathname)) return false;
    const kept = pages.get(url);
    if (kept && kept.publication === knownPublication() && now() < kept.until) {
      send(request, response, kept, 200);
      return true;
    }
    const publication = knownPublication();
    collect(request, response, (answer) => {
      // What was published while it was made may be missing from it.
      if (publication === knownPublication())
        pages.set(url, { ...answer, publication, until: now() + KEPT_FOR });
    });
    return false;
  };
}

function isForEverybody({ method, url = "", headers }: IncomingMessage, pathname: string): boolean {
  return (
    (method === "GET" || method === "HEAD") &&
    (routeKind(pathname) === "cached" || FILE.test(pathname)) &&
    isPlain(url) &&
    !CHOSEN.test(pathname) &&
    OTHERWISE.every((name) => headers[name] === undefined)
  );
}

/**
 * The one way to write an address: without a query, and as a browser would send it. "/x/%2e%2e/areas" and "/%61reas" are answered with
 * the same page, and are too many to keep.
 */
function isPlain(url: string): boolean {
  if (url.includes("?")) return false;
  try {
    return new URL(url, "http://localhost").pathname === url && encodeURI(decodeURI(url)) === url;
  } catch {
    return false; // no address at all: Next says so
  }
}

type Answer = Pick<Kept, "headers" | "bodies">;

/** Holds back what Next writes until it has said everything, then sends it, and gives a page for everybody to `keep`. */
function collect(request: IncomingMessage, response: ServerResponse, keep: (answer: Answer) => void): void {
  const { writeHead, write, end } = response;
  const chunks: Buffer[] = [];
  const take = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding as BufferEncoding | undefined));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const said = (rest: unknown[]) => rest.find((one) => typeof one === "function") as (() => void) | undefined;
  // Of the head alone Next would tell another validator; Node leaves the body out by itself.
  request.method = "GET";
  // Compressed here, once; from Next it would come compressed for this visitor.
  const accepted = request.headers["accept-encoding"];
  delete request.headers["accept-encoding"];
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const given = rest.find((one) => typeof one === "object") as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) response.setHeader(name, value);
    return response;
  }) as ServerResponse["writeHead"];
  response.flushHeaders = () => undefined;
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    take(chunk, rest[0]);
    said(rest)?.();
    return true;
  }) as ServerResponse["write"];
  response.end = ((...rest: unknown[]) => {
    take(rest[0], rest[1]);
    Object.assign(response, { writeHead, write, end });
    const done = said(rest);
    if (done) response.once("finish", done);
    if (accepted !== undefined) request.headers["accept-encoding"] = accepted;
    const answer = { headers: headersOf(response), bodies: readyBodies(Buffer.concat(chunks)) };
    const status = response.statusCode;
    const isPage = String(response.getHeader("content-type")).startsWith("text/html");
    const isFile = FILE.test(request.url ?? "") && status === 200;
    if (!(isPage || isFile) || (status !== 200 && status !== 404 && status !== 410)) {
      response.writeHead(status);
      response.end(answer.bodies.plain);
      return response;
    }
    const isOurs = (isFile || response.hasHeader(SCRIPTS_HEADER)) && !response.hasHeader("set-cookie");
    if (status === 200 && isOurs) keep(answer);
    send(request, response, answer, status);
    return response;
  }) as ServerResponse["end"];
}

function headersOf(response: ServerResponse): [string, OutgoingHttpHeader][] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined || name === "content-length" ? [] : [[name, value]],
  );
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { headers, bodies }: Answer,
  status: number,
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  vary(response, "Accept-Encoding");
  // Weak: the same page in another encoding has other bytes.
  response.setHeader("ETag", bodies.etag);
  if (status === 200 && fresh(request.headers, { etag: bodies.etag })) {
    response.writeHead(304);
    response.end();
    return;
  }
  bodyFor(bodies, acceptedEncoding(request.headers)).then(({ encoding, body }) => {
    if (encoding) response.setHeader("Content-Encoding", encoding);
    response.setHeader("Content-Length", body.length);
    response.writeHead(status);
    response.end(body);
  });
}
