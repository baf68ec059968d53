/** After this long the reader is told that there is no map, rather than left with "Loading". Milliseconds. */
const DEADLINE = 60_000;

export type GiveUp = {
  /** Aborts when the map should be given up; its reason says why. */
  signal: AbortSignal;
  /** Rejects at the same moment, for racing against what listens to no signal. */
  rejection: Promise<never>;
  /** Ends the watch, once there is a map. */
  done: () => void;
};

/**
 * When to give a map up: when the page leaves, when the deadline passes, or when the browser's content policy blocks
 * the map's worker, which no library reports.
 */
export function watchLoading(leaving: AbortSignal): GiveUp {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (reason: unknown) => controller.abort(reason);
  const late = setTimeout(() => abort(new Error("The map took too long.")), DEADLINE);
  const onLeaving = () => abort(leaving.reason);
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === "worker-src") abort(new Error("The map's worker was blocked."));
  };
  leaving.addEventListener("abort", onLeaving);
  document.addEventListener("securitypolicyviolation", onViolation);
  const rejection = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return {
    signal,
    rejection,
    done: () => {
      clearTimeout(late);
      leaving.removeEventListener("abort", onLeaving);
      document.removeEventListener("securitypolicyviolation", onViolation);
    },
  };
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
