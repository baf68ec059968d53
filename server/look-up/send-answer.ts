import type { IncomingMessage, ServerResponse } from "node:http";
import fresh from "fresh";
import words from "@/messages/en/api.json";
import { etagOf } from "@/server/http/etag-of";
import { type ApiAnswer, apiProblem } from "./api-answer";

/** A postcode that is new tomorrow must not stay unknown for long. */
const PROBLEM_CACHING = "public, max-age=3600, must-revalidate";

/** What is ready to be sent, with its validator. */
export type Ready = { status: number; body: string | Buffer; etag: string; caching: string };

/**
 * Lets any page read the answer; says no to what is neither GET nor HEAD, and tells a browser that asks first (OPTIONS)
 * what is allowed. True when the request has been answered by that.
 */
export function openToAll(request: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader("Access-Control-Allow-Origin", "*");
  if (request.method === "GET" || request.method === "HEAD") return false;
  response.setHeader("Allow", "GET, HEAD");
  if (request.method === "OPTIONS") {
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.writeHead(204).end();
    return true;
  }
  const { title, text } = words.notAllowed;
  sendAnswer(request, response, apiProblem(405, { title, detail: text }), PROBLEM_CACHING);
  return true;
}

/** @param caching of an answer; problems have their own unless told otherwise. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body }: ApiAnswer,
  caching: string,
  problemCaching = PROBLEM_CACHING,
): void {
  const type = status === 200 ? "application/json" : "application/problem+json";
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("Access-Control-Expose-Headers", "ETag");
  const ready = { status, body, etag: etagOf(body), caching: status === 200 ? caching : problemCaching };
  send(request, response, ready);
}

/** Answers with the body, or with 304 when the asker has it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, etag, caching }: Ready,
): void {
  response.setHeader("Cache-Control", caching);
  response.setHeader("ETag", etag);
  if (status === 200 && fresh(request.headers, { etag })) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, { "Content-Length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}
