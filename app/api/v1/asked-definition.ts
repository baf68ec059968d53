import {
  DEFAULT_DEFINITION,
  type Definition,
  isFormerPreset,
  readDefinition,
} from "@/domain/providers/legal-form";

/**
 * The definition that `?counting=` names, by its canonical slug; the usual one without it.
 * @returns the answer to give instead where it is a former preset (308) or none (404).
 */
export function askedDefinition(query: URLSearchParams): Definition | Response {
  const asked = query.get("counting") ?? DEFAULT_DEFINITION;
  const definition = readDefinition(asked);
  if (isFormerPreset(asked)) {
    const moved = new URLSearchParams(query);
    moved.set("counting", definition);
    return new Response(null, { status: 308, headers: { location: `?${moved}` } });
  }
  if (definition === asked) return definition;
  const problem = `There is no such definition. The nearest is ${definition}.`;
  return Response.json({ error: problem }, { status: 404 });
}
