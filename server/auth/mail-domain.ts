import { getDomain } from "tldts";

/**
 * Providers whose addresses anybody in this country can have, and which keep programs from taking thousands: their addresses are counted one by
 * one. Counted as one, a few dozen strangers would keep everybody else there out.
 */
const OPEN_TO_EVERYBODY: ReadonlySet<string> = new Set([
  "aol.com",
  "btinternet.com",
  "fastmail.com",
  "gmail.com",
  "gmx.com",
  "googlemail.com",
  "hotmail.co.uk",
  "hotmail.com",
  "icloud.com",
  "live.co.uk",
  "live.com",
  "mac.com",
  "me.com",
  "msn.com",
  "ntlworld.com",
  "outlook.com",
  "pm.me",
  "proton.me",
  "protonmail.com",
  "sky.com",
  "talktalk.net",
  "tutanota.com",
  "virginmedia.com",
  "yahoo.co.uk",
  "yahoo.com",
  "ymail.com",
]);

/**
 * The domain that somebody registered, by the public suffix list: "a.b.example.co.uk" -> "example.co.uk", as who has a domain has as many
 * below it as they like. Null for a provider that is open to everybody.
 * @param email an address as `emailSchema` makes it
 */
export function countedMailDomain(email: string): string | null {
  const host = email.slice(email.lastIndexOf("@") + 1);
  const domain = getDomain(host) ?? host;
  return OPEN_TO_EVERYBODY.has(domain) ? null : domain;
}
