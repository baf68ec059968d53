import { afterEach, expect, test, vi } from "vitest";
import { sendInParts, UNREACHABLE } from "@/components/files/send-in-parts";
import { FILE_LIMITS } from "@/domain/files/report-file";

const REPORT = "11111111-1111-4111-8111-111111111111";
const BYTES = 8_000_000;
const file = new File([new Uint8Array(BYTES)], "letter.pdf", { type: "application/pdf" });

afterEach(() => vi.unstubAllGlobals());

/** A server that keeps what arrives. `cut` says whether a request or its answer is lost, by how many bytes it has. */
function serve(cut: (received: number) => "request" | "answer" | null) {
  const server = { received: 0, sent: 0, isWhole: false };
  vi.stubGlobal("fetch", async (url: string, { body }: { body: Blob | string }) => {
    const at = new URL(url, "https://site.example").searchParams.get("at");
    const size = typeof body === "string" ? 0 : body.size;
    server.sent += size;
    const lost = at === null ? null : cut(server.received);
    if (lost === "request") throw new TypeError("Failed to fetch");
    // As receivePart does: what came before changes nothing, a gap is refused.
    if (at !== null && Number(at) === server.received) server.received += size;
    else if (at !== null && Number(at) + size > server.received)
      return Response.json({ fault: "file-out-of-step" }, { status: 422 });
    if (lost === "answer") throw new TypeError("Failed to fetch");
    if (url.endsWith("?finish")) server.isWhole = server.received === BYTES;
    return Response.json({ id: "of-the-file", received: server.received });
  });
  return server;
}

test("a file whose network goes in the middle goes on from there once it is back, and ends whole", async () => {
  let isOffline = true;
  const server = serve((received) => (isOffline && received >= 12 * FILE_LIMITS.part ? "request" : null));
  const shares: number[] = [];
  const sending = sendInParts(file, REPORT, (share) => shares.push(share));
  await expect(sending).rejects.toMatchObject({ fault: UNREACHABLE });
  expect([server.received, server.isWhole]).toEqual([12 * FILE_LIMITS.part, false]);
  expect(shares.at(-1)).toBe((12 * FILE_LIMITS.part) / BYTES);
  isOffline = false;
  server.sent = 0;
  await sendInParts(file, REPORT, (share) => shares.push(share));
  expect([server.received, server.isWhole, shares.at(-1)]).toEqual([BYTES, true, 1]);
  // Nothing that had arrived is sent a second time.
  expect(server.sent).toBe(BYTES - 12 * FILE_LIMITS.part);
});

test("a part whose answer is lost is sent again by itself, and counts once", async () => {
  const lost = new Set<number>();
  const server = serve((received) => {
    if (lost.has(received) || received % (5 * FILE_LIMITS.part) !== 0) return null;
    lost.add(received);
    return "answer";
  });
  await sendInParts(file, REPORT, () => undefined);
  expect([server.received, server.isWhole]).toEqual([BYTES, true]);
  expect(lost.size).toBeGreaterThan(3);
});
