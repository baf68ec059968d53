import { expect, it } from "vitest";
import { atomFeed } from "./atom-feed";

const at = new Date("2026-11-28T10:00:00Z");
const feed = {
  id: "https://map.example/about/corrections",
  title: "Corrections",
  author: "The campaign",
  self: "https://map.example/api/v1/corrections.atom",
  page: "https://map.example/about/corrections",
  updated: at,
};

it("what somebody wrote cannot end an element or an attribute, and letters that XML has none for are left out", () => {
  const text = atomFeed(feed, [
    {
      id: "https://map.example/about/corrections#disputed-1",
      title: '</title><script>"&\u0000\u000b\ud800',
      updated: at,
      href: null,
      category: { term: "disputed", label: 'Marked "disputed"' },
      summary: "Ysbyty’r Wyddfa & <Others>",
    },
  ]);
  expect(text).toContain("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>");
  expect(text).toContain('label="Marked &quot;disputed&quot;"');
  expect(text).toContain("<summary>Ysbyty’r Wyddfa &amp; &lt;Others&gt;</summary>");
  expect(text).toContain('href="https://map.example/about/corrections#disputed-1"');
  expect(text.match(/<entry>/g)).toHaveLength(1);
});

it("a feed without entries is still one", () => {
  expect(atomFeed(feed, [])).toMatch(/<updated>2026-11-28T10:00:00.000Z<\/updated>[\s\S]*<\/feed>\n$/);
});
