import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import { watchingDatabase } from "@/db/availability";
import { inRequest, log } from "@/server/log";
import { refusalOf } from "./admission";
import type { Asked } from "./admit";
import { watchingActions } from "./begun-action";
import { CLEARED, endsSession } from "./clear-site-data";
import type { PolicyOptions } from "./content-security-policy";
import { NONCE_HEADERS, SCRIPTS_HEADER } from "./header-names.mjs";
import { plainPage } from "./plain-page";
import { baseHeaders, cachingOf, isForFrames, policyOf } from "./response-headers";
import { type RouteKind, routeKind } from "./route-kind";

/**
 * What stands before Next in the same process: headers, the origin rule, nonces, and words when the database is
 * silent. `fast` is asked first and may answer a request without Next (look-ups and shards).
 */
export type FrontOptions = {
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers and returns true, or leaves the response alone and returns false. */
  fast: readonly ((request: IncomingMessage, response: ServerResponse, pathname: string) => boolean)[];
  siteOrigin: string;
  /** In local mode every other host name (localhost, or a name that was pointed at us) is sent to `siteOrigin`. */
  localMode: boolean;
  /** A reverse proxy of ours sets X-Forwarded-…; without one, whoever sends such a header made it up. */
  trustProxy: boolean;
  policy: Omit<PolicyOptions, "scripts">;
  /** Asked before Next is: answers by itself and gives false where too much is asked for, or too much is sent. */
  admit?: (asked: Asked) => true | Promise<boolean>;
  /** Whether a failure just now is the database's. */
  databaseIsSilent: () => boolean;
  words: Record<
    | "title"
    | "text"
    | "brokenTitle"
    | "brokenText"
    | "care"
    | "home"
    | "forbidden"
    | "badRequest"
    | "badForm"
    | "method"
    | "tooLarge",
    string
  >;
};

const proxys = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "forwarded"];
/** Addresses that the front server answers by itself, whatever stands in them. */
const API = /^\/api\/v1\/(?:postcodes|areas|names)(?:[/?]|$)/;

export function frontListener(options: FrontOptions): RequestListener {
  const base = baseHeaders({ https: options.policy.https });
  const answer: RequestListener = (request, response) => {
    for (const [name, value] of Object.entries(base)) response.setHeader(name, value);
    for (const name of NONCE_HEADERS) delete request.headers[name];
    // Next then fills them in itself, the sender's address from the socket.
    if (!options.trustProxy) for (const name of proxys) delete request.headers[name];
    const pathname = pathOf(request.url);
    const method = request.method ?? "GET";
    const facts = { method, url: request.url ?? "", pathname, headers: request.headers };
    const refused = refusalOf(facts, options.siteOrigin);
    if (refused || pathname === undefined) {
      // What is still on its way of a body that is too large is not waited for.
      if (refused?.status === 413 || refused?.status === 411) response.setHeader("Connection", "close");
      return plainAnswer(response, refused?.status ?? 400, options.words[refused?.words ?? "badRequest"]);
    }
    if (isForFrames(pathname)) response.removeHeader("X-Frame-Options");
    if (options.localMode && `http://${request.headers.host}` !== options.siteOrigin) {
      response.setHeader("Location", `${options.siteOrigin}${request.url}`);
      return plainAnswer(response, 307, options.siteOrigin);
    }
    const kind = routeKind(pathname);
    const fresh = !options.policy.dev && kind !== "file" && (kind === "personal" || !isRead(method));
    const nonce = fresh ? randomBytes(16).toString("base64") : undefined;
    finishHeaders(request, response, { kind, pathname, method, nonce }, options);
    if (nonce) request.headers[NONCE_HEADERS[0]] = `script-src 'nonce-${nonce}'`;
    if (options.fast.some((answer) => answer(request, response, pathname))) return;
    if (!isDecodable(pathname)) return plainAnswer(response, 400, options.words.badRequest);
    const failed = (error: unknown) => {
      log.error({ err: error, kind }, "A page could not be made");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    };
    const toNext = () => {
      return watchingDatabase((metSilence) => {
        silences.set(response, metSilence);
        const toPage = () => options.next(request, response).catch(failed);
        if (isRead(method) || kind === "api") return toPage();
        return watchingActions((hasBegun) => {
          unread.set(response, () => !hasBegun() && !metSilence());
          return toPage();
        });
      });
    };
    const admitted = options.admit?.({ request, response, pathname, kind }) ?? true;
    if (admitted === true) toNext();
    else admitted.then((isIn) => (isIn ? toNext() : undefined)).catch(failed);
  };
  return (request, response) => void inRequest(() => answer(request, response));
}

/** Of a form that was sent: whether no action of ours has begun with it, and no database kept one from beginning. */
const unread = new WeakMap<ServerResponse, () => boolean>();
/** Whether the database kept an answer from being made, however long ago: a busy server may be slow to say so. */
const silences = new WeakMap<ServerResponse, () => boolean>();

function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function pathOf(url: string | undefined): string | undefined {
  try {
    const path = url?.split("?")[0];
    return path?.startsWith("/") ? decodeURI(path) : undefined;
  } catch {
    // A stray %: the API says in its own form what is wrong with it, everything else is refused.
    return url && API.test(url) ? url.split("?")[0] : undefined;
  }
}

/** Only what `pathOf` let through for the API can fail here. */
function isDecodable(pathname: string): boolean {
  return !API.test(pathname) || !/%(?![\da-f]{2})/i.test(pathname);
}

function plainAnswer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${text}\n`);
}

type Route = { kind: RouteKind; pathname: string; method: string; nonce: string | undefined };

/** Sets what depends on the answer at the last moment, when Next has said all it has to say. */
function finishHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  route: Route,
  options: FrontOptions,
): void {
  const writeHead = response.writeHead.bind(response) as (status: number) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((value) => typeof value === "object") as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(given ?? {})) {
      if (value !== undefined) response.setHeader(name, value);
    }
    const scripts = response.getHeader(SCRIPTS_HEADER);
    response.removeHeader(SCRIPTS_HEADER);
    const failed = status === 500 && !options.policy.dev;
    // A form that fails before an action of ours has read it is no form of ours: cut off, of another kind, an id made up.
    // So it is in the seconds after a silence that others met.
    const malformed = failed && unread.get(response)?.() === true;
    const metSilence = silences.get(response)?.() === true || options.databaseIsSilent();
    const silent = failed && !malformed && metSilence;
    const isPage = request.headers.accept?.includes("text/html") && !request.headers.rsc;
    // Next's own page of a failure is empty until scripts run that its policy forbids.
    const page = failed && isPage && failurePage(silent, route.pathname, options);
    if (silent) response.setHeader("Retry-After", "30");
    if (malformed) replaceBody(response, `${options.words.badForm}\n`);
    else if (page || silent) replaceBody(response, page || `${options.words.text}\n`);
    if (malformed) status = 400;
    const facts = {
      ...route,
      status,
      contentType: String(response.getHeader("content-type") ?? ""),
      cacheControl: response.getHeader("cache-control")?.toString(),
      scripts: typeof scripts === "string" && !failed ? scripts : undefined,
    };
    // Next says where a kept redirect leads twice, which proxies and crawlers read as one address: github.com/vercel/next.js/issues/82117.
    const [leadsTo] = [response.getHeader("location")].flat();
    if (leadsTo !== undefined) response.setHeader("Location", String(leadsTo));
    if (endsSession(response.getHeader("set-cookie"))) response.setHeader("Clear-Site-Data", CLEARED);
    response.setHeader("Cache-Control", cachingOf(facts));
    const policy = policyOf(facts, options.policy);
    if (policy) response.setHeader("Content-Security-Policy", policy);
    return writeHead(silent ? 503 : status);
  }) as ServerResponse["writeHead"];

  // A first write or end would send the headers only while it is already sending the body, too late to replace it.
  for (const name of ["write", "end"] as const) {
    const send = response[name].bind(response) as (...args: unknown[]) => unknown;
    response[name] = ((...args: unknown[]) => {
      if (!response.headersSent) response.writeHead(response.statusCode);
      return (replaced.get(response)?.[name] ?? send)(...args);
    }) as never;
  }
}

/** What to do instead of writing, for responses whose body is replaced. */
const replaced = new WeakMap<ServerResponse, { write: () => boolean; end: () => unknown }>();

function failurePage(silent: boolean, pathname: string, { words }: FrontOptions): string {
  return plainPage({
    lang: "en", // until the words exist in Welsh, marked as what they are
    title: silent ? words.title : words.brokenTitle,
    paragraphs: [silent ? words.text : words.brokenText, words.care],
    link: { href: pathname.startsWith("/cy") ? "/cy" : "/", text: words.home },
  });
}

/** Sends `body` instead of whatever is written from now on. */
function replaceBody(response: ServerResponse, body: string): void {
  const isPage = body.startsWith("<!doctype");
  for (const name of [
    "content-encoding",
    "content-length",
    "etag",
    "transfer-encoding",
    "set-cookie",
    "link",
  ]) {
    response.removeHeader(name);
  }
  response.setHeader("Content-Type", isPage ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
  response.setHeader("Content-Length", Buffer.byteLength(body));
  const end = Object.getPrototypeOf(response).end as (chunk: string) => unknown;
  replaced.set(response, { write: () => true, end: () => end.call(response, body) });
}
