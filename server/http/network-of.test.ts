import fc from "fast-check";
import { expect, it } from "vitest";
import { isThisMachine, networkOf } from "./network-of";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:4711", "192.0.2.7"],
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:207", "192.0.2.7"],
  ["[::ffff:192.0.2.7]:4711", "192.0.2.7"],
  ["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"],
  ['"[2001:db8:1:2::9]:4711"', "2001:db8:1:2::/64"],
  ["2001:db8:1:2::192.0.2.7", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
  ["", "unknown"],
  ["_hidden", "unknown"],
  ["192.0.2", "unknown"],
  ["192.0.2.7:port", "unknown"],
  ["[2001:db8::9", "unknown"],
  ["2001:db8::9::1", "unknown"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("every address of a /64 is counted as that one, with a port and without", () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
  const port = fc.integer({ min: 1, max: 65_535 });
  const ends = fc.array(group, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(ends, ends, ends, port, (network, one, other, from) => {
      const [a, b] = [one, other].map((end) => [...network, ...end].join(":"));
      fc.pre(a?.startsWith("0:0:0:0") === false);
      expect(networkOf(`[${a}]:${from}`)).toBe(networkOf(b ?? ""));
      expect(networkOf(a ?? "")).toBe(`${network.join(":")}::/64`);
    }),
  );
});

it.each([
  ["127.0.0.1", true],
  ["127.0.0.1:4711", true],
  ["::ffff:127.0.0.1", true],
  ["::1", true],
  ["[::1]:4711", true],
  ["0:0:0:0:0:0:0:1", true],
  ["::2", false],
  ["128.0.0.1", false],
  ["unknown", false],
])("whether %s is this machine: %s", (address, is) => {
  expect(isThisMachine(address)).toBe(is);
});
