import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LinkFields } from "@/components/reports/link-fields";
import type { LinkAnswer } from "@/domain/link-answer";
import messages from "@/messages/en/reports.json";

const words = {
  kept: { restored: "", discard: "", retry: "", reload: "" },
  summaryTitle: "",
  errors: {},
  failures: {},
  signIn: { href: "", text: "" },
  agreed: null,
  errorPrefix: "",
  text: messages.new,
  link: messages.link,
  options: {
    category: [],
    providerKind: [],
    contractType: [],
    sourceKind: [{ value: "news", label: "News report" }],
  },
};
const link: LinkAnswer = {
  index: 1,
  url: "https://news.example.org/",
  site: null,
  fault: null,
  archive: "https://web.archive.org/save/https://news.example.org/",
  facts: [
    { field: "sources.1.title", value: '<script>alert("{before}")</script> $&', before: "" },
    { field: "sources.1.kind", value: "news", before: "" },
    { field: "placeName", value: "New $1 {before}", before: "Old {value}" },
  ],
};
const drawn = (index: number) =>
  renderToStaticMarkup(<LinkFields words={words} said={messages.link} index={index} link={link} />);

test("what a page says is text, ticked where the form says nothing yet", () => {
  const html = drawn(1);
  expect(html).not.toContain("<script>");
  expect(html).toContain("Title: &lt;script&gt;alert(&quot;{before}&quot;)&lt;/script&gt; $&amp;");
  expect(html).toContain("What kind of document is it: News report");
  expect(html).toContain("New $1 {before} (instead of “Old {value}”)");
  const ticked = (html.match(/<input[^>]*>/g) ?? []).map((input) => input.includes("checked"));
  expect(ticked).toEqual([true, true, false]);
});

test("it stands beside the source that was asked about, and no other", () => {
  expect(drawn(0)).not.toContain("What we found");
});
