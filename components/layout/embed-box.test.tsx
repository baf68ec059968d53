import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { readEmbedQuery } from "@/domain/map/embed-query";
import type { Definition } from "@/domain/providers/legal-form";
import common from "@/messages/en/common.json";
import { EmbedBox } from "./embed-box";

/** The frame that a newspaper would paste, as its own page has it. */
function snippet(definition: Definition, name: string) {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common }} timeZone="Europe/London">
      <EmbedBox
        origin="https://map.example"
        definition={definition}
        area={{ kind: "constituency", slug: "carlisle" }}
        bbox={[-3.1, 54.8, -2.7, 55.1]}
        name={name}
      />
    </NextIntlClientProvider>,
  );
  const text = /<textarea[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? "";
  const pasted = text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return { html, pasted };
}
const attributeOf = (pasted: string, name: string) =>
  (new RegExp(` ${name}="([^"]*)"`).exec(pasted)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

it("offers a frame with the map of the area, as the page counts, that looks at all of it", () => {
  const { html, pasted } = snippet("companies-by-type", "Carlisle");
  expect(html).toContain("<details");
  expect(html).toContain("readOnly");
  expect(pasted).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  const src = new URL(attributeOf(pasted, "src"));
  expect(src.origin + src.pathname).toBe("https://map.example/embed");
  const { address, definition } = readEmbedQuery(src.search);
  expect(definition).toBe("companies-by-type");
  expect(address).toMatchObject({
    area: { kind: "constituency", slug: "carlisle" },
    at: { lat: 54.95, lon: -2.9 },
  });
  expect(attributeOf(pasted, "title")).toContain("Carlisle");
  // No wider than the page that it stands in, and fetched once it is near.
  expect(pasted).toContain("max-width:100%");
  expect(pasted).toContain('loading="lazy"');
});

it("keeps a name within its attribute, whatever is in it", () => {
  const { pasted } = snippet("outside-the-nhs", `"><script>alert("1")</script>&`);
  expect(pasted).toMatch(/^<iframe [^<]*><\/iframe>$/);
  expect(attributeOf(pasted, "title")).toContain(`"><script>alert("1")</script>&`);
});
