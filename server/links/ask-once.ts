import type { IncomingMessage } from "node:http";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { LinkError } from "@/server/links/link-error";
import type { LinkPolicy, ResolvedAddress } from "@/server/links/link-policy";

/** We come as ourselves, without a cookie or a referrer, and take no packed body that we have not asked for either (see read-body.ts). */
const HEADERS = {
  accept: "text/html,application/xhtml+xml,application/json;q=0.9",
  "accept-encoding": "gzip, identity;q=0.5",
  "accept-language": "en-GB,en;q=0.8,cy;q=0.6",
  "user-agent": "nhs-outsourcing-map (reads a page that a volunteer cites)",
};

/**
 * One request and its head, by a connection of its own to an address that was checked: the name is resolved once, every address of it must be
 * allowed, and no other resolving comes after.
 * @throws LinkError; what the network throws.
 */
export async function askOnce(url: URL, policy: LinkPolicy, signal: AbortSignal): Promise<IncomingMessage> {
  if (!policy.mayUsePort(url.port)) throw new LinkError("port");
  const checked = await resolveChecked(url.hostname, policy, signal);
  const { headerBytes: maxHeaderSize, idleMs: timeout } = policy.limits;
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((answered, failed) => {
    let body: IncomingMessage | undefined;
    const asked = request(url, {
      agent: false,
      headers: HEADERS,
      maxHeaderSize,
      signal,
      timeout,
      lookup: (_host, { all }, found) =>
        all ? found(null, [checked]) : found(null, checked.address, checked.family),
    });
    // Node stops a silent socket only when it is told to.
    asked.on("timeout", () => {
      const slow = new LinkError("too-slow");
      body?.destroy(slow);
      asked.destroy(slow);
    });
    asked.on("socket", (socket) =>
      socket.once("connect", () => {
        if (!policy.mayReach(socket.remoteAddress ?? "")) asked.destroy(new LinkError("private"));
      }),
    );
    // The socket is ours then, and whatever goes wrong on it would be nobody's.
    asked.once("upgrade", (_response, socket) => {
      socket.on("error", () => undefined).destroy();
      failed(new LinkError("no-page"));
    });
    asked.once("response", (response) => {
      body = response;
      answered(response);
    });
    asked.on("error", failed);
    asked.end();
  });
}

/** @throws LinkError where any of its addresses is not allowed: a name that leads to both is no honest one. */
async function resolveChecked(
  host: string,
  { resolve, mayReach }: LinkPolicy,
  signal: AbortSignal,
): Promise<ResolvedAddress> {
  const addresses = await inTime(resolve(host), signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new LinkError("not-found", { cause: error });
  });
  const [first] = addresses;
  if (!first) throw new LinkError("not-found");
  const known = addresses.every(({ address, family }) => isIP(address) === family && mayReach(address));
  if (!known) throw new LinkError("private");
  return first;
}

/** A resolver takes no signal; we do not wait for it any longer. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    const stop = () => failed(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(done, failed).finally(() => signal.removeEventListener("abort", stop));
  });
}
