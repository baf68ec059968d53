import type { FoundUnit } from "@/domain/look-up/found-unit";
import type { Load } from "@/domain/look-up/load-checked";
import type { Alternatives } from "@/domain/look-up/problem";

/** What `/api/look-up` answers to a script: where to go, or which problem there is and what is offered instead. */
type Answer = { path: string; unit?: FoundUnit } | ({ problem: string } & Alternatives);

/** Sends what was typed, whole, without cookies: for names, and for a postcode only when the reader has asked for that. */
export async function askServer(typed: string, page: { locale: string; counting: string }): Promise<Answer> {
  try {
    const response = await fetch("/api/look-up", {
      method: "POST",
      body: new URLSearchParams({ q: typed, ...page }),
      headers: { accept: "application/json" },
      credentials: "omit", // what somebody looks up is not tied to who has signed in
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? ((await response.json()) as Answer) : { problem: "offline" };
  } catch {
    return { problem: "offline" };
  }
}

/** Fetches a file of postcodes without cookies, so that an outward code is not tied to who has signed in. */
export const loadFile: Load = async (path, fresh) => {
  const response = await fetch(path, {
    credentials: "omit",
    cache: fresh ? "reload" : "default",
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};
