import type { IncomingMessage } from "node:http";
import { normaliseWebAddress } from "@/domain/sources/web-address";
import { askOnce } from "@/server/links/ask-once";
import { LinkError } from "@/server/links/link-error";
import type { LinkPolicy } from "@/server/links/link-policy";
import { type LinkBody, readBody } from "@/server/links/read-body";

export type FetchedLink = LinkBody & {
  /** Where it was in the end. */
  address: string;
  /** "text/html", without its parameters. */
  type: string;
  /** As its header names it; "" where it does not. */
  charset: string;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a page by its address and nothing else: redirects are followed one by one and each is checked like the first.
 * @throws LinkError, whatever goes wrong.
 */
export async function fetchLink(given: string, policy: LinkPolicy): Promise<FetchedLink> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new LinkError("too-slow")), policy.limits.totalMs);
  try {
    return await follow(given, policy, deadline.signal);
  } catch (error) {
    if (error instanceof LinkError) throw error;
    throw new LinkError(deadline.signal.aborted ? "too-slow" : faultOf(error), { cause: error });
  } finally {
    clearTimeout(timer);
    deadline.abort();
  }
}

async function follow(given: string, policy: LinkPolicy, signal: AbortSignal): Promise<FetchedLink> {
  let address = addressOf(given);
  for (let left = policy.limits.redirects; ; left--) {
    const response = await askOnce(new URL(address), policy, signal);
    const to = response.headers.location;
    if (!REDIRECTS.has(response.statusCode ?? 0) || to === undefined) {
      const content = await contentOf(response, policy.limits.bytes);
      return { ...content, address };
    }
    response.destroy();
    if (left === 0) throw new LinkError("too-many-redirects");
    if (!URL.canParse(to, address)) throw new LinkError("no-page");
    address = addressOf(new URL(to, address).href);
  }
}

/** The address that is asked for: by the rules for one that may be stored, so no login, no number for a host, no house of its own. */
function addressOf(given: string): string {
  const read = normaliseWebAddress(given);
  if ("address" in read) return read.address.replace(/#.*$/, "");
  throw new LinkError(read.fault === "web-address-host" ? "private" : "address");
}

async function contentOf(response: IncomingMessage, most: number): Promise<Omit<FetchedLink, "address">> {
  const status = response.statusCode ?? 0;
  const [type = "", ...parameters] = (response.headers["content-type"] ?? "").split(";");
  if (status !== 200) {
    response.destroy();
    throw new LinkError(status === 404 || status === 410 ? "gone" : "refused");
  }
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(one)?.[1])
    .find(Boolean);
  return { type: type.trim().toLowerCase(), charset: charset ?? "", ...(await readBody(response, most)) };
}

function faultOf(error: unknown): LinkError["fault"] {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code === "HPE_HEADER_OVERFLOW" || code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "not-answering";
}
