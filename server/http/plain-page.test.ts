import { expect, test } from "vitest";
import { plainPage } from "./plain-page";

/** Everything that could end a text, an attribute or a tag, twice: escaping only the first of them is none. */
const HOSTILE = `</title><script>a&b</script>"'"'<&>`;
const SAFE = "&lt;/title&gt;&lt;script&gt;a&amp;b&lt;/script&gt;&quot;&#39;&quot;&#39;&lt;&amp;&gt;";

test("every text of a plain page is escaped, wherever it stands", () => {
  const page = plainPage({
    lang: HOSTILE,
    title: HOSTILE,
    paragraphs: [HOSTILE, HOSTILE],
    link: { href: HOSTILE, text: HOSTILE },
  });
  expect(page.split("\n")).toEqual([
    `<!doctype html><html lang="${SAFE}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${SAFE}</title></head>`,
    `<body><main><h1>${SAFE}</h1>`,
    `<p>${SAFE}</p>`,
    `<p>${SAFE}</p>`,
    `<p><a href="${SAFE}">${SAFE}</a></p>`,
    "</main></body></html>",
  ]);
});

test("a plain page without a link has none", () => {
  expect(plainPage({ lang: "en", title: "Sorry", paragraphs: ["Not now."] })).not.toContain("<a");
});
