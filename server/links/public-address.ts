import ipaddr from "ipaddr.js";

/** Of IPv6 only what is given out to the world; whatever is invented next is refused until it is. */
const GLOBAL = ipaddr.parseCIDR("2000::/3");

/**
 * Whether an address is one of the open internet. Loopback, private, link-local, carrier's and multicast ranges are not, nor are addresses
 * that carry another one (IPv4-mapped, NAT64, 6to4, Teredo): a gateway would take them to what they carry.
 * @param address as a resolver gives it; anything that is no address is none.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.parse(address);
  if (read.range() !== "unicast") return false;
  if (read.kind() === "ipv4") return ipaddr.IPv4.isValidFourPartDecimal(address);
  return read.match(GLOBAL) && !isIsatap(read.toByteArray());
}

/** An interface of `…:0:5efe:a.b.c.d` carries an IPv4 address as well (RFC 5214). */
function isIsatap(bytes: readonly number[]): boolean {
  return (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
}
