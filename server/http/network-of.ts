import { isIP } from "node:net";

/** Stands for what is no address: one network, so that making up words gains nothing. */
const UNKNOWN = "unknown";

/**
 * The network that an address is counted by: an IPv4 address itself; of IPv6 the /64, as a customer has a whole one and one of
 * its addresses more would be no limit at all. Proxies write a port behind an address, and brackets around one of IPv6.
 */
export function networkOf(text: string): string {
  const address = addressIn(text);
  if (address === undefined) return UNKNOWN;
  if (isIP(address) === 4) return address;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return ipv4Of(groups);
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** Whether an address is this machine's own. */
export function isThisMachine(text: string): boolean {
  const address = addressIn(text);
  if (address === undefined) return false;
  if (networkOf(address).startsWith("127.")) return true;
  return isIP(address) === 6 && groupsOf(address).join(":") === "0:0:0:0:0:0:0:1";
}

/** The address in `192.0.2.7:4711`, `[2001:db8::1]:4711`, `"[2001:db8::1]"` or `fe80::1%eth0`; undefined where there is none. */
function addressIn(text: string): string | undefined {
  const written = text.trim().replace(/^"(.*)"$/, "$1");
  const bare =
    /^\[([^\]]*)\](?::\d{1,5})?$/.exec(written)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(written)?.[1] ?? written;
  const address = bare.replace(/%.*$/, "");
  return isIP(address) === 0 ? undefined : address;
}

/** The eight groups of an IPv6 address, however it is written: in capitals, with zeros in front, with an IPv4 address at its end. */
function groupsOf(address: string): number[] {
  const spelt = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = spelt.split("::");
  const numbers = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return numbers(head);
  const [first, rest] = [numbers(head), numbers(tail)];
  return [...first, ...Array<number>(8 - first.length - rest.length).fill(0), ...rest];
}

function ipv4Of(groups: readonly number[]): string {
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
