import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import { log } from "@/server/log";

/** Where browsers say that the policy kept something out. */
export const CSP_REPORTS = "/api/csp-reports";
/** A report is a few hundred bytes; some browsers send several together. */
export const MAX_REPORT_BYTES = 16 * 1024;
/** Whoever sends more than this from everywhere together is not read: reports are a hint, never a duty. */
const A_MINUTE = 120;
const LINES_AN_HOUR = 30;

const old = z.object({
  "csp-report": z.object({
    "effective-directive": z.string().optional(),
    "violated-directive": z.string().optional(),
    "blocked-uri": z.string().optional(),
    "document-uri": z.string().optional(),
  }),
});
const current = z.array(
  z.object({
    type: z.string(),
    body: z.object({
      effectiveDirective: z.string().optional(),
      blockedURL: z.string().optional(),
      documentURL: z.string().optional(),
    }),
  }),
);

/**
 * Takes reports of the Content-Security-Policy and says each kind once in the log: which rule, what it kept out (an origin or
 * a keyword) and on which kind of page. No address of a page, no network address, nothing of a person. Returns false for
 * every other address.
 */
export function cspReports(say: (line: string) => void = (line) => log.warn(line)) {
  const seen = new LRUCache<string, true>({ max: 500 });
  const taken = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });
  const lines = new RateLimiterMemory({ points: LINES_AN_HOUR, duration: 60 * 60 });
  const note = async (kind: string) => {
    if (seen.has(kind)) return;
    seen.set(kind, true);
    const isTooMany = await lines.consume("all").then(
      () => false,
      () => true,
    );
    if (!isTooMany) say(`Content-Security-Policy: ${kind}`);
  };
  return (request: IncomingMessage, response: ServerResponse, pathname: string): boolean => {
    if (pathname !== CSP_REPORTS) return false;
    taken
      .consume("all")
      .then(
        async () => {
          for (const kind of kindsOf(await bodyOf(request))) await note(kind);
          response.writeHead(204).end();
        },
        () => {
          response.writeHead(429, { "Retry-After": "60", Connection: "close" }).end();
        },
      )
      .catch(() => {
        response.writeHead(400).end();
      });
    return true;
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_REPORT_BYTES) throw new Error("too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** @throws for what is no report. */
function kindsOf(text: string): string[] {
  const sent: unknown = JSON.parse(text);
  const one = old.safeParse(sent);
  if (one.success) {
    const report = one.data["csp-report"];
    const directive = report["effective-directive"] ?? report["violated-directive"];
    return [kindOf(directive, report["blocked-uri"], report["document-uri"])];
  }
  return current
    .parse(sent)
    .filter(({ type }) => type === "csp-violation")
    .slice(0, 10)
    .map(({ body }) => kindOf(body.effectiveDirective, body.blockedURL, body.documentURL));
}

function kindOf(directive = "", blocked = "", page = ""): string {
  const rule = /^[a-z-]{1,40}/.exec(directive)?.[0] ?? "a rule";
  return `${rule} kept out ${originOf(blocked)} on ${sectionOf(page)}`;
}

/** An origin without path and query, or the browser's own keyword, such as "inline". */
function originOf(blocked: string): string {
  if (/^[a-z-]{1,20}$/.test(blocked)) return blocked;
  if (!URL.canParse(blocked)) return "something";
  const { protocol, host } = new URL(blocked);
  return /^https?:$/.test(protocol) ? `${protocol}//${host.slice(0, 100)}` : protocol;
}

/** The first part of a page's path: enough to find the fault, and nothing of what somebody read there. */
function sectionOf(page: string): string {
  if (!URL.canParse(page)) return "a page";
  const [, first = ""] = /^\/(?:cy\/)?([a-z-]{0,30})/.exec(new URL(page).pathname) ?? [];
  return `/${first}`;
}
