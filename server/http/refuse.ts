import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPage } from "./plain-page";

export type HttpRefusal = {
  status: 403 | 429 | 503;
  title: string;
  text: string;
  /** Seconds after which it may be tried again. */
  retryAfter?: number;
  home: string;
};

/** Says no in the way that is asked: a page, a problem of the API, or a line of text. Nothing more of a body is waited for. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: HttpRefusal,
): void {
  const { status, title, text, retryAfter, home } = refusal;
  const { url = "", headers } = request;
  if (retryAfter !== undefined) response.setHeader("Retry-After", String(retryAfter));
  if (Number(headers["content-length"] ?? 0) > 0) response.setHeader("Connection", "close");
  if (url.startsWith("/api/")) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", "application/problem+json; charset=utf-8");
  } else if (headers.accept?.includes("text/html") && !headers.rsc) {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
  } else response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  const type = String(response.getHeader("Content-Type"));
  const link = { href: url.startsWith("/cy") ? "/cy" : "/", text: home };
  response.writeHead(status);
  if (type.startsWith("text/html")) response.end(plainPage({ lang: "en", title, paragraphs: [text], link }));
  else if (type.startsWith("text/plain")) response.end(`${text}\n`);
  else response.end(JSON.stringify({ type: "about:blank", title, status, detail: text }));
}
