export type MessageTree = { [key: string]: string | MessageTree };

/** `wanted` laid over `fallback`, key by key: a text that does not exist in a language is shown in the other. */
export function mergeMessages(fallback: MessageTree, wanted: MessageTree): MessageTree {
  const merged: MessageTree = { ...fallback };
  for (const [key, value] of Object.entries(wanted)) {
    const under = merged[key];
    merged[key] =
      typeof value === "object" && typeof under === "object" ? mergeMessages(under, value) : value;
  }
  return merged;
}

/** True when every text of `needed` exists in `given`. */
export function coversMessages(given: MessageTree, needed: MessageTree): boolean {
  return Object.entries(needed).every(([key, value]) => {
    const has = given[key];
    if (typeof value === "string") return typeof has === "string" && has !== "";
    return typeof has === "object" && coversMessages(has, value);
  });
}
