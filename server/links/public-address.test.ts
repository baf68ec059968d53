import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "@/server/links/public-address";

test.each([
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.8.9.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.1",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::8.8.8.8",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:0:127.0.0.1",
  "64:ff9b::7f00:1",
  "64:ff9b::808:808",
  "64:ff9b:1::7f00:1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2001:10::1",
  "2001:2::1",
  "2002:7f00:1::1",
  "2002:808:808::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd12:3456:789a::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "2a00:1450::5efe:7f00:1",
  "2a00:1450::200:5efe:a00:1",
  "4000::1",
  "200::1",
  // No addresses as a resolver writes them; some programs would read loopback.
  "",
  "localhost",
  "0x7f000001",
  "2130706433",
  "017700000001",
  "127.1",
  "0177.0.0.1",
  "1.2.3",
  "[::1]",
  "8.8.8.8 ",
])("%s is none of the open internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "1.1.1.1", "151.101.0.81", "2a00:1450:4009:81f::200e", "2606:4700::6810:84e5"])(
  "%s is",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test("no way of writing an IPv4 address into an IPv6 one makes it public", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(octet, octet, octet, octet), ([a, b, c, d]) => {
      const hex = ((a << 8) | b).toString(16);
      const low = ((c << 8) | d).toString(16);
      for (const form of [
        `::ffff:${a}.${b}.${c}.${d}`,
        `::${hex}:${low}`,
        `64:ff9b::${hex}:${low}`,
        `2002:${hex}:${low}::1`,
      ])
        expect(isPublicAddress(form), form).toBe(false);
    }),
  );
});
