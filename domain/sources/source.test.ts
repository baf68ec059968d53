import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SOURCE_KINDS, sourceInputSchema, webAddressSchema } from "@/domain/sources/source";

test.each([
  "https://www.newsandstar.co.uk/news/24265883.carlisles-nhs-privatisation-mapped/",
  "http://example.org/",
  "https://example.org:8443/a?b=c#d",
  "https://xn--mnchen-3ya.example/",
])("accepts %s", (address) => {
  expect(webAddressSchema.parse(` ${address} `)).toBe(address);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)//https://example.org",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "ftp://example.org/",
  "blob:https://example.org/1",
  "https://user:secret@example.org/",
  "https://user@example.org/",
  "https://:secret@example.org/",
  "https://localhost/",
  "https://",
  "//example.org",
  "example.org",
  "not an address",
  "",
])("refuses %j", (address) => {
  expect(webAddressSchema.safeParse(address).success).toBe(false);
});

test("whatever it accepts is a web address without a login", () => {
  const text = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string(),
    fc
      .tuple(fc.constantFrom("javascript:", "data:", "https:", "https://a@", "HTTP://"), fc.string())
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (address) => {
      const parsed = webAddressSchema.safeParse(address);
      if (!parsed.success) return;
      const url = new URL(parsed.data);
      expect(["http:", "https:"]).toContain(url.protocol);
      expect(url.username + url.password).toBe("");
    }),
  );
});

describe("a source as a volunteer gives it", () => {
  const source = {
    kind: "news",
    title: "NHS mapped",
    publisher: "News & Star",
    url: "",
    publishedOn: "2024-04",
    says: "Names SSP Health.",
  };
  test("needs no web address", () => {
    expect(sourceInputSchema.safeParse(source).success).toBe(true);
  });
  test.each(SOURCE_KINDS)("needs a date, of the kind %s too: without one it would count as fresh", (kind) => {
    const { error } = sourceInputSchema.safeParse({ ...source, kind, publishedOn: "" });
    expect(error?.issues.map(({ message }) => message)).toEqual(["source-date"]);
  });
  test.each([
    ["title", ""],
    ["publisher", " "],
    ["says", ""],
    ["kind", "rumour"],
    ["url", "javascript:alert(1)"],
    ["publishedOn", "last April"],
    ["says", "x".repeat(601)],
  ])("is refused for its %s %j", (field, value) => {
    const { error } = sourceInputSchema.safeParse({ ...source, [field]: value });
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
