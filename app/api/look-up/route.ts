import { COUNTING, countingPath } from "@/domain/figures/counting-path";
import { isLocale, localPath } from "@/domain/language/locale";
import { choicePath, type LookUpAnswer } from "@/domain/look-up/problem";
import { DEFAULT_DEFINITION, readDefinition } from "@/domain/providers/legal-form";
import { findAnswer } from "@/server/look-up/find-answer";

/** More than a postcode and a name ever need. */
const MAX_BODY = 2_000;

/**
 * The look-up box posts here, so that a postcode is in no address, history or log. A form is sent on (303); a script
 * that asks for JSON is told where to go, or which problem there is, and keeps what was typed.
 */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  const form = new URLSearchParams(body.length > MAX_BODY ? "" : body);
  const asked = form.get("locale");
  const locale = isLocale(asked) ? asked : "en";
  const answer = await findAnswer(form.get("q") ?? "");
  const definition = readDefinition(form.get(COUNTING) ?? DEFAULT_DEFINITION);
  const path = localPath(locale, countingPath(definition, pathOf(answer)));
  const headers = { "cache-control": "no-store" };
  if (request.headers.get("accept")?.includes("application/json")) {
    return Response.json(answer.kind === "problem" ? { problem: answer.problem } : { path }, { headers });
  }
  return new Response(null, { status: 303, headers: { ...headers, location: path } });
}

function pathOf(answer: LookUpAnswer): string {
  if (answer.kind === "area") return answer.path;
  if (answer.kind === "choose") return choicePath(answer.slugs);
  if (answer.kind === "search") return `/search?${new URLSearchParams({ q: answer.query })}`;
  const near = answer.near === null ? undefined : { near: answer.near };
  return `/look-up?${new URLSearchParams({ problem: answer.problem, ...near })}`;
}
