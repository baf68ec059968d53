import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseWebAddress } from "@/domain/sources/web-address";

const stored = (text: string) => {
  const read = normaliseWebAddress(text);
  return "address" in read ? read.address : read.fault;
};

test.each([
  ["HTTPS://WWW.Example.ORG", "https://www.example.org/"],
  ["https://example.org:443/a", "https://example.org/a"],
  ["http://example.org:80/a", "http://example.org/a"],
  ["https://example.org:8443/a", "https://example.org:8443/a"],
  ["https://example.org./a", "https://example.org/a"],
  ["https://example.org/a/../b/./c", "https://example.org/b/c"],
  ["https://example.org/a#:~:text=private%20company", "https://example.org/a"],
  ["https://example.org/a#part-2:~:text=x&text=y", "https://example.org/a#part-2"],
  ["https://example.org/a.pdf#page=4", "https://example.org/a.pdf#page=4"],
  ["https://example.org/a?utm_source=x&id=7&fbclid=y#", "https://example.org/a?id=7"],
  ["https://example.org/a?UTM_Medium=x", "https://example.org/a"],
  ["https://example.org/a?b=2&a=1&b=3", "https://example.org/a?b=2&a=1&b=3"],
  ["https://example.org/%7Eteam/%c3%a9", "https://example.org/~team/%C3%A9"],
  ["https://example.org/é", "https://example.org/%C3%A9"],
  ["https://ysbyty-môn.cymru/", "https://xn--ysbyty-mn-n7a.cymru/"],
  ["https://straße.example/", "https://xn--strae-oqa.example/"],
])("%s is stored as %s", (text, address) => {
  expect(stored(text)).toBe(address);
});

test.each([
  ["https://ṇhs.uk/", "web-address-letters"],
  ["https://ņhş.uk/", "web-address-letters"],
  ["https://wałes.uk/", "web-address-letters"],
  ["https://user:pass@example.org/", "web-address"],
  ["https://example.org\\@evil.example/", "https://example.org/@evil.example/"],
  ["https:example.org", "web-address"],
  ["https:\\\\example.org", "web-address"],
  ["https://a..b/", "web-address"],
  ["https://localhost/", "web-address-host"],
  ["https://printer.local/", "web-address-host"],
  ["https://nhs.internal./", "web-address-host"],
  ["https://127.0.0.1/", "web-address-host"],
  ["https://0x7f.1/", "web-address-host"],
  ["https://2130706433/", "web-address-host"],
  ["https://[::1]/", "web-address-host"],
  ["https://１２７.0.0.1/", "web-address-host"],
  ["https://n\u200Bhs.uk/", "web-address-letters"],
  ["https://n\u00ADhs.uk/", "web-address-letters"],
  ["https://n\u2060hs.uk/", "web-address-letters"],
  ["https://n%E2%80%8Bhs.uk/", "web-address-letters"],
  ["https://n\u202Ehs.uk/", "web-address"],
  ["https://nһs.uk/", "web-address-letters"],
  ["https://www.bbс.co.uk/", "web-address-letters"],
  ["https://аррӏе.com/", "web-address-letters"],
  ["https://xn--80ak6aa92e.com/", "web-address-letters"],
  ["https://νhs.uk/", "web-address-letters"],
  ["https://ɡov.uk/", "web-address-letters"],
  ["https://govıuk.com/", "web-address-letters"],
])("%s is not stored as it is: %s", (text, fault) => {
  expect(stored(text)).toBe(fault);
});

const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc
    .tuple(
      fc.constantFrom("https://", "http://", "HTTPS://", "https:/"),
      fc.oneof(fc.domain(), fc.string({ unit: "grapheme", maxLength: 12 })),
      fc.constantFrom("", ".", ":443", ":80", ":8080"),
      fc.constantFrom("", "/", "/%41%2e%2E/b", "/a//b/../c", "/%7e%zz"),
      fc.constantFrom("", "?", "?utm_id=1", "?a=%2f&utm_x=1", "?%75tm_source=1&b"),
      fc.constantFrom("", "#", "#:~:text=a", "#a:~:b", "#%7e%3a:~:"),
    )
    .map((parts) => parts.join("")),
);

test("normalising twice changes nothing, and what is stored is an address of a public host without a login", () => {
  fc.assert(
    fc.property(address, (text) => {
      const once = normaliseWebAddress(text);
      if (!("address" in once)) return;
      expect(normaliseWebAddress(once.address)).toEqual(once);
      const url = new URL(once.address);
      expect(url.href).toBe(once.address);
      expect([url.username, url.password]).toEqual(["", ""]);
      expect(url.hostname).toMatch(/^[\w.-]+\.[a-z][\w-]*$/);
    }),
    { numRuns: 500 },
  );
});

test("one page has one address, however it was copied", () => {
  const noise = fc.record({
    host: fc.constantFrom("example.org", "EXAMPLE.org", "example.org.", "example.org:443"),
    query: fc.subarray(["utm_source=a", "gclid=b", "mc_eid=c"]),
    fragment: fc.constantFrom("", "#", "#:~:text=who%20runs"),
  });
  fc.assert(
    fc.property(noise, ({ host, query, fragment }) => {
      const text = `https://${host}/a?${[...query, "id=1"].join("&")}${fragment}`;
      expect(stored(text)).toBe("https://example.org/a?id=1");
    }),
  );
});
