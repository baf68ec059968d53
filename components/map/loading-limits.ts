/** After this long the reader is told that there is no map, rather than left with "Loading". Milliseconds. */
const DEADLINE = 60_000;

/**
 * A signal that aborts when the map should be given up: when the page leaves, when the deadline passes, or when the
 * browser's content policy blocks the map's worker, which no library reports.
 * @returns the signal, and a function that ends the watch.
 */
export function giveUpSignal(leaving: AbortSignal): { signal: AbortSignal; done: () => void } {
  const blocked = new AbortController();
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective === "worker-src") blocked.abort(new Error("The map's worker was blocked."));
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  leaving.addEventListener("abort", done, { once: true });
  function done(): void {
    document.removeEventListener("securitypolicyviolation", onViolation);
  }
  return { signal: AbortSignal.any([leaving, blocked.signal, AbortSignal.timeout(DEADLINE)]), done };
}

/**
 * Fails before anything is downloaded where the browser cannot draw a map.
 * @throws Error without WebGL 2.
 */
export function assertCanDraw(): void {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) throw new Error("This browser has no WebGL 2.");
  // Browsers allow few contexts at once: give this one back.
  context.getExtension("WEBGL_lose_context")?.loseContext();
}
