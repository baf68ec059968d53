import { createServer } from "node:http";
import { expect, test } from "vitest";
import { securityText } from "./security-text";

const about = { siteOrigin: "https://map.example.org", contact: "security@example.org" };

async function get(path: string, contact = about.contact, now = new Date("2026-11-28T18:00:00Z")) {
  const answer = securityText({ ...about, contact }, () => now);
  const server = createServer((request, response) => {
    if (!answer(request, response, request.url ?? "")) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}${path}`;
  const sent = await fetch(url);
  const text = await sent.text();
  await new Promise((done) => server.close(done));
  return { status: sent.status, type: sent.headers.get("content-type"), text };
}

test("says whom to write to, until when, and in which language", async () => {
  expect(await get("/.well-known/security.txt")).toEqual({
    status: 200,
    type: "text/plain; charset=utf-8",
    text: [
      "Contact: mailto:security@example.org",
      "Expires: 2027-05-27T00:00:00.000Z",
      "Preferred-Languages: en",
      "Canonical: https://map.example.org/.well-known/security.txt",
      "",
    ].join("\n"),
  });
});

test("is never out of date, and names an address on the web as it is", async () => {
  const later = await get("/.well-known/security.txt", "https://example.org/x", new Date("2030-01-01"));
  expect(later.text).toContain("Contact: https://example.org/x\nExpires: 2030-06-30T00:00:00.000Z\n");
});

test("leaves every other address alone", async () => {
  expect((await get("/.well-known/other.txt")).status).toBe(404);
});
