import { hostLetters } from "@/domain/sources/host-letters";

/** Why a text is no web address that a source may have; each is a key of the message catalogues. */
export const ADDRESS_FAULTS = ["web-address", "web-address-host", "web-address-letters"] as const;
export type AddressFault = (typeof ADDRESS_FAULTS)[number];

/** Hosts that only a machine or a house of its own can reach. */
const PRIVATE_HOST =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|invalid)$/;
/** What programs that count visitors add; the page is the same without. Nothing else is taken out of a query. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|igsh|twclid|yclid|_ga|_gl)$/i;
const UNRESERVED = /[\w.~-]/;

/**
 * A web address as it is stored: one page has one address, however it was copied. Lower-case host without a dot at its end
 * or the usual port, no login, no parameters of those who count visitors, no `#:~:text=` that a browser adds to mark what was
 * searched, escapes in one spelling. Other parts, `http` and a fragment of the page's own stay: they can be another page.
 * Normalising twice changes nothing.
 */
export function normaliseWebAddress(text: string): { address: string } | { fault: AddressFault } {
  const given = text.trim();
  const host = /^https?:\/\/([^/?#\\]*)/i.exec(given)?.[1];
  if (host === undefined || host.includes("@") || !URL.canParse(given)) return { fault: "web-address" };
  if (/[\p{Cc}\p{Bidi_Control}]/u.test(given)) return { fault: "web-address" };
  // What the parser would leave out, or take for a dot or a letter, without a word.
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}\s%]/u.test(host)) return { fault: "web-address-letters" };
  const url = new URL(given);
  const name = url.hostname.replace(/\.+$/, "");
  if (!/^[^.]+(?:\.[^.]+)+$/.test(name))
    return { fault: name.includes(".") ? "web-address" : "web-address-host" };
  if (name.startsWith("[") || /\.\d+$/.test(name) || PRIVATE_HOST.test(name))
    return { fault: "web-address-host" };
  if (!hostLetters(name)) return { fault: "web-address-letters" };
  const port = url.port === "" ? "" : `:${url.port}`;
  const path = inOneSpelling(url.pathname);
  return { address: `${url.protocol}//${name}${port}${path}${queryOf(url)}${fragmentOf(url)}` };
}

/** An address that was let in, as it is stored: also one that was let in before addresses were brought into one spelling. */
export function storedAddress(url: string | null): string | null {
  const read = url === null ? null : normaliseWebAddress(url);
  return read !== null && "address" in read ? read.address : url;
}

function queryOf(url: URL): string {
  const parts = url.search.slice(1).split("&");
  const kept = parts.filter((part) => !TRACKING.test(inOneSpelling(part.split("=")[0] ?? "")));
  const query = inOneSpelling(kept.join("&"));
  return query === "" ? "" : `?${query}`;
}

function fragmentOf(url: URL): string {
  const own = inOneSpelling(url.hash.slice(1).split(":~:")[0] ?? "");
  return own === "" ? "" : `#${own}`;
}

/** RFC 3986, 6.2.2: `%7e` and `~` are one, and so are `%c3` and `%C3`. */
function inOneSpelling(part: string): string {
  return part.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return UNRESERVED.test(letter) ? letter : code.toUpperCase();
  });
}
