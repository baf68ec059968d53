import { expect, it, vi } from "vitest";
import robots from "./robots";

vi.mock("@/env", () => ({ siteOrigin: () => "https://site.example" }));

it.each(["/search", "/look-up", "/reports", "/outbox", "/cy/search", "/cy/look-up", "/cy/reports"])(
  "keeps robots from %s in every language",
  (path) => {
    const { rules, sitemap } = robots();
    expect(rules).toMatchObject({ allow: "/", disallow: expect.arrayContaining([path]) });
    expect(sitemap).toBe("https://site.example/sitemap.xml");
  },
);
