import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ConflictError,
  DatabaseBusyError,
  DatabaseUnavailableError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  TooManyRequestsError,
} from "@/domain/errors";
import { log } from "@/server/log";
import { action, describeFailure } from "./action";

// What Next reads from the request; it has no request here.
const request = vi.hoisted(() => ({ origin: "" }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(request.origin ? { origin: request.origin } : {}),
  cookies: async () => ({ get: () => undefined }),
}));

// A part of Next's answer to a form; here it is only counted.
const refreshed = vi.hoisted(() => vi.fn());
vi.mock("next/cache", () => ({ refresh: refreshed }));

const form = (entries: [string, string | Blob][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

beforeEach(() => {
  vi.stubEnv("SITE_URL", "https://map.example.org");
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"); // never connected to
  request.origin = "https://map.example.org";
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("action", () => {
  const say = action({ name: "test", run: async ({ actor, form }) => `${actor.kind} ${form.get("word")}` });

  it("gives the handler who asks and what was sent", async () => {
    expect(await say(null, form([["word", "hello"]]))).toEqual({ ok: true, data: "visitor hello" });
    expect(refreshed).not.toHaveBeenCalled();
  });

  it.each([
    "",
    "null",
    "https://evil.example",
    "http://map.example.org",
    "https://map.example.org.evil.example",
  ])("refuses Origin %j", async (origin) => {
    request.origin = origin;
    expect(await say(null, form([]))).toMatchObject({ ok: false, code: "not-allowed", reason: "other-site" });
  });

  it("asks a visitor to sign in where it must, and loses nothing typed", async () => {
    const run = vi.fn();
    const submit = action({ name: "test", signedIn: true, run });
    const result = await submit(null, form([["title", "A clinic"]]));
    expect(result).toMatchObject({ code: "not-allowed", reason: "sign-in", values: { title: "A clinic" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("takes null characters out of every field: PostgreSQL cannot store them", async () => {
    const echo = action({ name: "test", run: async ({ form }) => form.getAll("word") });
    const sent = form([
      ["word", "a\u0000b\u0000"],
      ["word", "\u0000"],
      ["word", "as it was"],
    ]);
    expect(await echo(null, sent)).toEqual({ ok: true, data: ["ab", "", "as it was"] });
  });

  it("lets a redirect through, and says that what the browser has is old", async () => {
    // What Next's redirect() throws, and knows by its digest.
    const thrown = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/reports;307;" });
    const go = action({ name: "test", run: () => Promise.reject(thrown) });
    await expect(go(null, form([]))).rejects.toBe(thrown);
    expect(refreshed).toHaveBeenCalledTimes(1);
  });
});

describe("describeFailure", () => {
  it.each([
    [new InvalidInputError({ title: "missing" }), { code: "invalid", fields: { title: "missing" } }],
    [new NotAllowedError("own-report"), { code: "not-allowed", reason: "own-report" }],
    [new ConflictError("approved", "3f2a"), { code: "conflict", reason: "approved", by: "3f2a" }],
    [new ConflictError("approved", crypto.randomUUID()), { code: "conflict", by: null }],
    [new NotFoundError("report"), { code: "not-found", reason: null }],
    [new DatabaseUnavailableError(), { code: "unavailable" }],
    [new DatabaseBusyError(), { code: "busy" }],
    [new TooManyRequestsError(61), { code: "too-many", retryAfter: 61, reason: null }],
    [new TooManyRequestsError(60), { code: "too-many", retryAfter: 60, reason: "too-many-a-minute" }],
  ])("%s", (error, expected) => {
    const logged = vi.spyOn(log, "error");
    expect(describeFailure(error, form([]), { name: "test" })).toMatchObject({ ok: false, ...expected });
    expect(logged).not.toHaveBeenCalled();
  });

  it("logs what is not ours and tells the browser nothing of it", () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const failure = describeFailure(new Error("password=secret"), form([]), { name: "test" });
    expect(failure.code).toBe("unexpected");
    expect(JSON.stringify(failure)).not.toContain("secret");
    expect(logged).toHaveBeenCalledOnce();
  });

  it("gives back what was typed, without secrets, files and Next's own fields", () => {
    const sent = form([
      ["title", "A clinic"],
      ["source", "one"],
      ["source", "two"],
      ["empty", ""],
      ["code", "BCDF-GHJK"],
      ["photo", new Blob(["x"])],
      ["$ACTION_ID_1", ""],
    ]);
    const { values } = describeFailure(new NotFoundError("x"), sent, { name: "test", secret: ["code"] });
    expect(values).toEqual({ title: "A clinic", source: ["one", "two"], empty: "" });
  });
});
