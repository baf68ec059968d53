import type { IncomingMessage, ServerResponse } from "node:http";
import { COUNTING, countingPath } from "@/domain/figures/counting-path";
import { isLocale, localPath } from "@/domain/language/locale";
import { areaPathOf } from "@/domain/look-up/found-unit";
import { type LookUpAnswer, lookUp } from "@/domain/look-up/look-up";
import { DEFAULT_DEFINITION, readDefinition } from "@/domain/providers/legal-form";
import { log } from "@/server/log";
import { dropAlternatives, writeAlternatives, writeUnit } from "./alternatives-headers";
import { postcodesInTables } from "./postcodes-in-tables";

const ADDRESS = "/api/look-up";
/** More than a postcode and a name ever need. */
const MAX_BODY = 2_000;

type Find = (typed: string) => Promise<LookUpAnswer>;
const findInTables: Find = (typed) => lookUp(typed, postcodesInTables());

type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The look-up box posts to /api/look-up, so that a postcode is in no address, history or log. A form is sent on (303);
 * one with a postcode is answered with the page of what is near it, and one with a postcode that nobody has with the page
 * that offers the nearest ones, since neither may stand in an address. A script that asks for JSON is told where to go, or which problem there is, and keeps what was typed.
 * Returns false, having done nothing, for every other address.
 */
export function postedLookUps({ next, find = findInTables }: { next: Next; find?: Find }) {
  return (request: IncomingMessage, response: ServerResponse, pathname: string): boolean => {
    dropAlternatives(request.headers);
    if (pathname !== ADDRESS) return false;
    answer(request, response, { next, find }).catch((error: unknown) => {
      log.error({ err: error }, "A posted look-up failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
    return true;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { next, find }: { next: Next; find: Find },
): Promise<void> {
  // Somebody who asks for the address of the answer by itself, as a browser does that is opened again.
  if (request.method !== "POST") return sendOn(response, "/look-up");
  const form = new URLSearchParams(await bodyOf(request));
  const found = await find(form.get("q") ?? "");
  const asked = form.get("locale");
  const definition = readDefinition(form.get(COUNTING) ?? DEFAULT_DEFINITION);
  const localOf = (path: string) => localPath(isLocale(asked) ? asked : "en", countingPath(definition, path));
  const path = localOf(pathOf(found));
  if (request.headers.accept?.includes("application/json")) return sendJson(response, found, localOf);
  if (found.kind === "unit") writeUnit(request.headers, found.unit);
  else if (found.kind === "problem" && found.nearest?.length) writeAlternatives(request.headers, found);
  else return sendOn(response, path);
  request.method = "GET";
  request.url = path;
  for (const name of ["content-length", "content-type"]) delete request.headers[name];
  await next(request, response);
}

function sendOn(response: ServerResponse, path: string): void {
  response.writeHead(303, { Location: path, "Cache-Control": "no-store" }).end();
}

function sendJson(response: ServerResponse, found: LookUpAnswer, localOf: (path: string) => string): void {
  const body = JSON.stringify(forScript(found, localOf));
  response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(body);
}

function forScript(found: LookUpAnswer, localOf: (path: string) => string) {
  if (found.kind === "unit") return { path: localOf(areaPathOf(found.unit)), unit: found.unit };
  if (found.kind !== "problem") return { path: localOf(pathOf(found)) };
  const { kind, ...problem } = found;
  return problem;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MAX_BODY) parts.push(part);
  }
  return size > MAX_BODY ? "" : Buffer.concat(parts).toString("utf8");
}

function pathOf(answer: LookUpAnswer): string {
  switch (answer.kind) {
    case "page":
      return answer.path;
    case "unit":
      return "/look-up";
    case "name":
      return `/search?${new URLSearchParams({ q: answer.query })}`;
    case "problem": {
      const near = answer.near === null ? undefined : { near: answer.near };
      return `/look-up?${new URLSearchParams({ problem: answer.problem, ...near })}`;
    }
    case "no-list":
      // The server's lists are in its memory: without them it would not have started.
      throw new Error("The tables of postcodes are missing.");
  }
}
