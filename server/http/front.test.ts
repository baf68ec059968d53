import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { noteUnavailable } from "@/db/availability";
import { noteActionBegun } from "./begun-action";
import { type FrontOptions, frontListener } from "./front";
import { mapRedirects } from "./map-redirects";

let server: Server | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

const words = {
  title: "Title",
  text: "Not now",
  brokenTitle: "Broken",
  brokenText: "Ours",
  care: "Care",
  home: "Home",
  forbidden: "Forbidden",
  badRequest: "Bad",
  badForm: "No form",
  method: "Method",
  tooLarge: "Large",
};

/** A front server before a stand-in for Next. Returns a function that sends it one request. */
async function front(
  next: (request: IncomingMessage, response: ServerResponse) => void,
  changes: Partial<FrontOptions> = {},
) {
  const started = createServer();
  server = started;
  await new Promise<void>((done) => started.listen(0, "127.0.0.1", done));
  const address = started.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const siteOrigin = `http://127.0.0.1:${port}`;
  started.on(
    "request",
    frontListener({
      next: async (incoming, response) => next(incoming, response),
      fast: [],
      siteOrigin,
      localMode: false,
      trustProxy: false,
      policy: { mapbox: false, dev: false, https: false },
      databaseIsSilent: () => false,
      words,
      ...changes,
    }),
  );
  const send = (path: string, method = "GET", headers: Record<string, string> = {}) =>
    new Promise<{
      status: number;
      headers: NodeJS.Dict<string | string[]>;
      locations: string[];
      body: string;
    }>((done, failed) => {
      const outgoing = request(
        { port, host: "127.0.0.1", path, method, headers, agent: false },
        (response) => {
          let body = "";
          response.on("data", (chunk) => {
            body += chunk;
          });
          response.on("end", () =>
            done({
              status: response.statusCode ?? 0,
              headers: response.headers,
              // As they were sent: Node's own list has one of each.
              locations: response.rawHeaders.filter(
                (_, at, all) => at % 2 === 1 && /^location$/i.test(all[at - 1] ?? ""),
              ),
              body,
            }),
          );
        },
      );
      outgoing.on("error", failed).end();
    });
  return { send, siteOrigin };
}

const html = (_request: IncomingMessage, response: ServerResponse) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "s-maxage=31536000");
  response.end("<p>page</p>");
};

describe("writes", () => {
  test.each(["POST", "PUT", "PATCH", "DELETE"])(
    "%s without an Origin is refused before Next sees it",
    async (method) => {
      let seen = 0;
      const { send } = await front((incoming, response) => {
        seen++;
        html(incoming, response);
      });
      expect(await send("/reports/new", method)).toMatchObject({ status: 403, body: "Forbidden\n" });
      expect(seen).toBe(0);
    },
  );

  test.each(["https://evil.example", "null", "http://127.0.0.1", ""])(
    "from %s is refused",
    async (Origin) => {
      const { send } = await front(html);
      expect((await send("/sign-in", "POST", { Origin })).status).toBe(403);
    },
  );

  test("a body that is too large is refused before any of it is read", async () => {
    const { send, siteOrigin } = await front(html);
    const headers = { Origin: siteOrigin, "Content-Length": String(150 * 1024 * 1024) };
    expect(await send("/api/look-up", "POST", headers)).toMatchObject({ status: 413, body: "Large\n" });
  });

  test("from our own pages go through", async () => {
    const { send, siteOrigin } = await front(html);
    expect((await send("/sign-in", "POST", { Origin: siteOrigin })).status).toBe(200);
  });
});

test("where a redirect leads is said once, though a kept one says it twice", async () => {
  const { send } = await front((_request, response) => {
    response.setHeader("Location", "/there");
    response.appendHeader("Location", "/there");
    response.statusCode = 308;
    response.end();
  });
  expect(await send("/here")).toMatchObject({ status: 308, locations: ["/there"] });
});

describe("policies", () => {
  test("a cached page's hashes become its policy, and the header that carried them is gone", async () => {
    const { send } = await front((incoming, response) => {
      response.setHeader("x-inline-scripts", "'sha256-abc'");
      html(incoming, response);
    });
    const { headers } = await send("/areas");
    expect(headers["content-security-policy"]).toContain("script-src 'self' 'sha256-abc';");
    expect(headers["x-inline-scripts"]).toBeUndefined();
    expect(headers["cache-control"]).toContain("s-maxage=30");
  });

  test("a personal page gets a nonce that Next is told, new for each request", async () => {
    const told: (string | string[] | undefined)[] = [];
    const { send } = await front((incoming, response) => {
      told.push(incoming.headers["content-security-policy"]);
      html(incoming, response);
    });
    const nonces = [];
    for (const path of ["/moderation", "/cy/moderation"]) {
      const { headers } = await send(path);
      nonces.push(/'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1]);
      expect(headers["cache-control"]).toBe("private, no-store");
    }
    expect(told).toEqual(nonces.map((nonce) => `script-src 'nonce-${nonce}'`));
    expect(new Set(nonces).size).toBe(2);
  });

  test("a visitor cannot choose the nonce of a cached page", async () => {
    let told: unknown = "nothing yet";
    const { send } = await front((incoming, response) => {
      told = incoming.headers["content-security-policy"];
      html(incoming, response);
    });
    await send("/areas", "GET", { "Content-Security-Policy": "script-src 'nonce-mine'" });
    expect(told).toBeUndefined();
  });
});

describe("when the database is silent", () => {
  /** As a route handler does: the head, then the body. */
  const fails = (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(500, { "Content-Type": "text/html", "Content-Length": 5 });
    response.write("<a>");
    response.end("</");
  };
  /** As Next does for pages: the head goes out with the first write. */
  const failsWithoutHead = (_request: IncomingMessage, response: ServerResponse) => {
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/html");
    response.write("<a>");
    response.end("</a>");
  };
  /** Everything at once. */
  const failsAtOnce = (_request: IncomingMessage, response: ServerResponse) => {
    response.statusCode = 500;
    response.end("<a></a>");
  };

  test.each([fails, failsWithoutHead, failsAtOnce])(
    "a failed page is a 503 in words (%o)",
    async (failure) => {
      const { send } = await front(failure, { databaseIsSilent: () => true });
      const { status, headers, body } = await send("/areas", "GET", { Accept: "text/html" });
      expect(status).toBe(503);
      expect(headers["retry-after"]).toBe("30");
      expect(body).toContain("<h1>Title</h1>");
      expect(body).not.toContain("<a>");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
    },
  );

  test("a page that itself met the silence is one too, however slow it was to say so", async () => {
    const meetsSilence = (incoming: IncomingMessage, response: ServerResponse) => {
      noteUnavailable();
      fails(incoming, response);
    };
    const { send } = await front(meetsSilence, { databaseIsSilent: () => false });
    expect((await send("/areas", "GET", { Accept: "text/html" })).status).toBe(503);
  });

  test("a program gets the words without the page", async () => {
    const { send } = await front(fails, { databaseIsSilent: () => true });
    expect(await send("/api/v1/x")).toMatchObject({ status: 503, body: "Not now\n" });
  });

  test.each([fails, failsWithoutHead, failsAtOnce])(
    "any other failure of a page is a 500 in words, without what Next had begun (%o)",
    async (failure) => {
      const { send } = await front(failure);
      const { status, headers, body } = await send("/areas", "GET", { Accept: "text/html" });
      expect(status).toBe(500);
      expect(headers["retry-after"]).toBeUndefined();
      expect(headers["cache-control"]).toBe("private, no-store");
      expect(body).toContain("<h1>Broken</h1>");
      expect(body).not.toContain("<a>");
    },
  );
});

describe("a form that fails", () => {
  const fails = (_request: IncomingMessage, response: ServerResponse) => {
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/x-component");
    response.end("1:E{}");
  };

  test("before an action of ours has read it is the sender's: 400 in words", async () => {
    const { send, siteOrigin } = await front(fails);
    expect(await send("/reports/new", "POST", { Origin: siteOrigin })).toMatchObject({
      status: 400,
      body: "No form\n",
    });
  });

  test("after that is ours: 500", async () => {
    const { send, siteOrigin } = await front((incoming, response) => {
      noteActionBegun();
      fails(incoming, response);
    });
    expect((await send("/reports/new", "POST", { Origin: siteOrigin })).status).toBe(500);
  });

  test("for want of an answer of the database is neither: 503", async () => {
    const meetsSilence = (incoming: IncomingMessage, response: ServerResponse) => {
      noteUnavailable();
      fails(incoming, response);
    };
    const { send, siteOrigin } = await front(meetsSilence, { databaseIsSilent: () => true });
    expect((await send("/reports/new", "POST", { Origin: siteOrigin })).status).toBe(503);
  });

  test("by itself is the sender's, in the seconds after a silence that others met too", async () => {
    const { send, siteOrigin } = await front(fails, { databaseIsSilent: () => true });
    expect((await send("/reports/new", "POST", { Origin: siteOrigin })).status).toBe(400);
  });
});

test("in local mode another host name is sent to the site's own address", async () => {
  const { send, siteOrigin } = await front(html, { localMode: true });
  const { status, headers } = await send("/areas?a=b", "GET", { Host: "rebound.example" });
  expect(status).toBe(307);
  expect(headers.location).toBe(`${siteOrigin}/areas?a=b`);
});

test("an address that cannot be decoded is refused", async () => {
  const { send } = await front(html);
  expect((await send("/%E0%A4%A")).status).toBe(400);
});

test("a fast path answers before Next, with the same headers", async () => {
  const { send } = await front(html, {
    fast: [
      (_request, response, pathname) => {
        if (pathname !== "/api/quick") return false;
        response.writeHead(200, {
          "Content-Type": "application/json",
          "Cache-Control": "public, max-age=60",
        });
        response.end("{}");
        return true;
      },
    ],
  });
  const { body, headers } = await send("/api/quick");
  expect(body).toBe("{}");
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=60",
    "x-content-type-options": "nosniff",
  });
  expect((await send("/areas")).body).toBe("<p>page</p>");
});

test("an error that Next lets through is a 500, not a hanging request", async () => {
  const { send } = await front(html, { next: () => Promise.reject(new Error("broken on purpose")) });
  expect((await send("/areas")).status).toBe(500);
});

test.each([
  [false, undefined],
  [true, "192.0.2.7"],
])("with trustProxy %s, X-Forwarded-For reaches Next as %s", async (trustProxy, expected) => {
  let seen: unknown = "nothing";
  const { send } = await front(
    (incoming, response) => {
      seen = incoming.headers["x-forwarded-for"];
      html(incoming, response);
    },
    { trustProxy },
  );
  await send("/", "GET", { "X-Forwarded-For": "192.0.2.7" });
  expect(seen).toBe(expected);
});

test("an answer that ends a session clears what the browser kept, and no other answer does", async () => {
  const { send } = await front((incoming, response) => {
    const gone =
      incoming.url === "/sign-out" ? "next-auth.session-token=; Max-Age=0" : "next-auth.session-token=a";
    response.writeHead(303, { Location: "/", "Set-Cookie": gone }).end();
  });
  expect((await send("/sign-out")).headers["clear-site-data"]).toBe('"cache", "storage"');
  expect((await send("/sign-in")).headers["clear-site-data"]).toBeUndefined();
});

test("a postcode in the map's form is sent away before any page is asked; what is posted, and every other address, is not", async () => {
  const asked: (string | undefined)[] = [];
  const { send } = await front(
    (incoming, response) => {
      asked.push(incoming.url);
      response.end("page");
    },
    { fast: [mapRedirects] },
  );
  const away = await send("/map?care=eye-care&q=CA2+7HY");
  expect(away.status).toBe(303);
  expect(away.headers.location).toBe("/map?care=eye-care&refused=postcode");
  expect((await send("/map?q=CA2+7HY", "HEAD")).status).toBe(303);
  const ofArea = await send("/map?q=eye&where=CA2+7HY&sort=name");
  expect(ofArea.headers.location).toBe("/map?q=eye&sort=name&refused=postcode");
  expect((await send("/map?q=CA2+7HY&where=Carlisle")).headers.location).toBe(
    "/map?where=Carlisle&refused=postcode",
  );
  expect(asked).toEqual([]);
  expect((await send("/map?q=eye+clinic&where=Carlisle")).body).toBe("page");
  expect(asked).toEqual(["/map?q=eye+clinic&where=Carlisle"]);
});
