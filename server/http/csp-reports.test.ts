import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pagePolicy } from "./content-security-policy";
import { CSP_REPORTS, cspReports, MAX_REPORT_BYTES } from "./csp-reports";
import { baseHeaders } from "./response-headers";

let server: Server;
let url: string;
let lines: string[];

beforeEach(async () => {
  lines = [];
  const answer = cspReports((line) => lines.push(line));
  server = createServer((request, response) => {
    if (!answer(request, response, request.url ?? "")) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterEach(() => new Promise((done) => server.close(done)));

const send = (body: string) => fetch(`${url}${CSP_REPORTS}`, { method: "POST", body });
const report = (blocked: string, page = "https://map.example/areas/constituency/carlisle?q=secret") =>
  JSON.stringify({
    "csp-report": { "effective-directive": "script-src", "blocked-uri": blocked, "document-uri": page },
  });

test("pages name the address that takes reports", () => {
  expect(pagePolicy({ mapbox: false, dev: false, https: true })).toContain(
    `report-uri ${CSP_REPORTS}; report-to csp`,
  );
  expect(baseHeaders({ https: true })["Reporting-Endpoints"]).toBe(`csp="${CSP_REPORTS}"`);
});

test("each kind is said once, with nothing of who read what", async () => {
  for (let i = 0; i < 3; i++) {
    expect((await send(report("https://evil.example/a?email=me@example.org"))).status).toBe(204);
  }
  await send(report("inline", "https://map.example/cy/reports/3f2a?x=1"));
  expect(lines).toEqual([
    "Content-Security-Policy: script-src kept out https://evil.example on /areas",
    "Content-Security-Policy: script-src kept out inline on /reports",
  ]);
});

test("the newer form is read too, and other reports in it are passed over", async () => {
  const body = { effectiveDirective: "img-src", blockedURL: "data", documentURL: "https://map.example/" };
  await send(
    JSON.stringify([
      { type: "deprecation", body: {} },
      { type: "csp-violation", body },
    ]),
  );
  expect(lines).toEqual(["Content-Security-Policy: img-src kept out data on /"]);
});

describe("what is no report", () => {
  test.each(["", "{", "[]x", "null", '{"csp-report":1}', `"${"a".repeat(MAX_REPORT_BYTES)}"`])(
    "%# is refused and said nowhere",
    async (body) => {
      expect((await send(body)).status).toBe(400);
      expect(lines).toEqual([]);
    },
  );

  test("nothing made up gets a line of its own into the log", async () => {
    await send(report("https://x.example\n2026 forged line", "not an address"));
    await send(report("javascript:alert(1)//\nforged"));
    expect(lines.join("")).not.toMatch(/\n|forged/);
  });
});

test("a flood is not read, and fills no log", async () => {
  const answers = [];
  for (let i = 0; i < 130; i++) answers.push((await send(report(`https://host${i}.example`))).status);
  expect(answers.filter((status) => status === 204)).toHaveLength(120);
  expect(answers.at(-1)).toBe(429);
  expect(lines).toHaveLength(30);
});
