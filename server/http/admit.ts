import type { IncomingMessage, ServerResponse } from "node:http";
import { DatabaseUnavailableError } from "@/domain/errors";
import { isThisMachine, networkOf } from "@/server/http/network-of";
import { log } from "@/server/log";
import { MAX_ACTION_BYTES } from "./admission";
import type { ReadAnswer, ReadClass } from "./read-limit";
import { type HttpRefusal, refuseRequest } from "./refuse";
import { type RouteKind, routeKind } from "./route-kind";
import type { UploadAnswer } from "./upload-gate";

export type Asked = { request: IncomingMessage; response: ServerResponse; pathname: string; kind: RouteKind };
type Words = Record<
  | "title"
  | "text"
  | "home"
  | "tooManyTitle"
  | "tooManyText"
  | "busyTitle"
  | "busyText"
  | "uploadTitle"
  | "uploadText",
  string
>;
type AdmitOptions = {
  reads: (network: string, kind: ReadClass) => Promise<ReadAnswer>;
  uploads: (cookie: string | undefined, pathname: string) => Promise<UploadAnswer>;
  /** Whether there is a file at an address, which costs no more than reading it: no other address goes uncounted. */
  isServed: (pathname: string) => boolean;
  trustProxy: boolean;
  words: Words;
};

/** Answers that come from memory, before Next, and are counted all the same. */
const LOOK_UP = /^\/api\/v1\/(?:postcodes|areas|names)(?:\/|$)/;
const SEARCH = /^(?:\/(?:cy|en))?(?:\/counting\/[^/]+)?\/(?:search|look-up)$/;
const POSTED = "/api/look-up";

/**
 * The bounds on what is asked for: how much one network may ask that has to be worked out, and who may send a large file.
 * @returns true where nothing has to be waited for; otherwise a promise, false once it has been refused in words.
 */
export function admitting({ reads, uploads, isServed, trustProxy, words }: AdmitOptions) {
  const refusalOf = async ({ request, response, pathname }: Asked): Promise<HttpRefusal | undefined> => {
    const { home } = words;
    if (isLarge(request)) {
      const upload = await uploads(request.headers.cookie, pathname);
      if ("leave" in upload) response.once("close", upload.leave);
      else if (upload.refused === "busy")
        return { status: 503, title: words.busyTitle, text: words.busyText, retryAfter: 60, home };
      else return { status: 403, title: words.uploadTitle, text: words.uploadText, home };
    }
    const network = networkAsking(request, trustProxy);
    if (network === undefined) return undefined;
    const read = await reads(network, classOf(pathname));
    if ("leave" in read) {
      response.once("close", read.leave);
      if (response.destroyed) read.leave(); // gone while it waited
      return undefined;
    }
    const { retryAfter } = read;
    return read.refused === 429
      ? { status: 429, title: words.tooManyTitle, text: words.tooManyText, retryAfter, home }
      : { status: 503, title: words.busyTitle, text: words.busyText, retryAfter, home };
  };
  return (asked: Asked): true | Promise<boolean> => {
    const { request, response, pathname } = asked;
    const isFile = (request.method === "GET" || request.method === "HEAD") && isServed(pathname);
    if (!isLarge(request) && (isFile || networkAsking(request, trustProxy) === undefined)) return true;
    return refusalOf(asked)
      .catch((error: unknown): HttpRefusal => {
        if (!(error instanceof DatabaseUnavailableError)) throw error;
        return { status: 503, title: words.title, text: words.text, retryAfter: 30, home: words.home };
      })
      .then((refusal) => {
        if (refusal) refuseRequest(request, response, refusal);
        return !refusal && !response.destroyed;
      });
  };
}

type Fast = (request: IncomingMessage, response: ServerResponse, pathname: string) => boolean;

/** Puts the same bounds before what is answered without Next. */
export function admitted(admit: (asked: Asked) => true | Promise<boolean>, answer: Fast): Fast {
  return (request, response, pathname) => {
    if (!LOOK_UP.test(pathname) && pathname !== POSTED) return answer(request, response, pathname);
    const isIn = admit({ request, response, pathname, kind: routeKind(pathname) });
    if (isIn === true) return answer(request, response, pathname);
    isIn
      .then((enters) => enters && answer(request, response, pathname))
      .catch((error: unknown) => {
        log.error({ err: error }, "A look-up could not be admitted");
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    return true;
  };
}

function isLarge({ method, headers }: IncomingMessage): boolean {
  return method === "POST" && Number(headers["content-length"] ?? 0) > MAX_ACTION_BYTES;
}

function classOf(pathname: string): ReadClass {
  if (LOOK_UP.test(pathname)) return "look-up";
  return SEARCH.test(pathname) || pathname === POSTED ? "search" : "page";
}

/**
 * Undefined for this machine itself, unless a proxy that we trust says for whom it asks: a proxy that is not trusted would have all of
 * its visitors counted as one.
 */
function networkAsking({ headers, socket }: IncomingMessage, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy
    ? String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  const address = forwarded || socket.remoteAddress || "unknown";
  return isThisMachine(address) ? undefined : networkOf(address);
}
