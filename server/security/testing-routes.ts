import { readdirSync } from "node:fs";
import { resolve } from "node:path";

/** For tests that ask every page, action and address there is: they are found by their files, so that a new one is asked too. */
export const routeFiles = (end: "page.tsx" | "actions.ts" | "route.ts") =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(end))
    .sort();

export const addressOf = (name: string) =>
  `/${name.replace(/\[locale\]\/|\(\w+\)\/|\/?(page\.tsx|route\.ts|actions\.ts)$/g, "")}`;

/** As Next gives it to a handler, for what ours read of it. */
type AskedRequest = Request & { nextUrl: URL };

export function requestOf(address: string, sent: RequestInit): AskedRequest {
  return Object.assign(new Request(address, sent), { nextUrl: new URL(address) });
}

export type Handler = {
  method: string;
  address: string;
  run: (
    request: AskedRequest,
    context: { params: Promise<Record<string, string | string[]>> },
  ) => Promise<Response> | Response;
};

/** Every handler of an address that is no page, by address and method. */
export async function routeHandlers(): Promise<Handler[]> {
  const all: Handler[] = [];
  for (const name of routeFiles("route.ts")) {
    const made = (await import(/* @vite-ignore */ resolve("app", name))) as Record<string, unknown>;
    for (const [method, run] of Object.entries(made))
      if (typeof run === "function")
        all.push({ method, address: addressOf(name), run: run as Handler["run"] });
  }
  return all;
}
