import { visits } from "./routes";
import { expect, test } from "./test";

/** Entry points that read the session but are meant for everybody, with what a link to them may carry. */
const FOR_EVERYBODY = [
  "/sign-in?callbackUrl=%2Freports",
  "/reports/new?area=constituency/carlisle",
  "/complaints/services/gp-practice-at-fusehill-medical-practice?sent=1A2B3C4D&mailed=nothing",
];

const OPEN_GRAPH = ["title", "description", "type", "url", "site_name", "locale"];

const addresses = Object.values(visits)
  .flat()
  .flatMap(({ path, status = 200, isPersonal }) =>
    // A frame in somebody else's page is no page to be found or shared.
    typeof path === "string" && status === 200 && !isPersonal && !path.startsWith("/embed") ? [path] : [],
  );

/** What the head of a page says by this pattern, once. */
function only(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(pattern)].map(([, text = ""]) => text);
  expect(found, `${pattern}`).toHaveLength(1);
  return found[0] ?? "";
}

const canonicalOf = (html: string) => only(html, /<link rel="canonical" href="([^"]+)"/g);

for (const path of addresses) {
  test(`${path} says its one address, what a shared link shows, and what it is`, async ({
    request,
    baseURL,
  }) => {
    const html = await (await request.get(path, { headers: { accept: "text/html" } })).text();
    const canonical = canonicalOf(html);
    // Without its query; a page that does not count has no definition in it.
    expect(canonical.replace(baseURL ?? "", "") || "/").toMatch(/^\/[^?#]*$/);
    const said = Object.fromEntries(
      OPEN_GRAPH.map((name) => [
        name,
        only(html, new RegExp(`<meta property="og:${name}" content="([^"]+)"`, "g")),
      ]),
    );
    expect(said.url).toBe(canonical);
    expect(said.locale).toBe(path.startsWith("/cy") ? "cy_GB" : "en_GB");
    expect(said.site_name).toBe("The NHS Outsourcing Map");
    const data: unknown = JSON.parse(only(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs));
    expect(data).toMatchObject({ "@context": "https://schema.org" });
    if (path === "/" || path === "/cy" || path === "/counting/companies-by-type")
      expect(data).toMatchObject({ "@graph": [{ "@type": "WebSite" }, { "@type": "Dataset" }] });
    else if (path === "/data") expect(data).toMatchObject({ "@type": "Dataset" });
    else expect(data).toMatchObject({ "@type": expect.stringMatching(/Page$/), url: canonical });
  });
}

for (const path of FOR_EVERYBODY) {
  test(`${path} names the address without what the link carried`, async ({ request, baseURL }) => {
    const html = await (await request.get(path, { headers: { accept: "text/html" } })).text();
    expect(canonicalOf(html)).toBe(`${baseURL}${path.replace(/\?.*/, "")}`);
  });
}

test("every file that the data set names can be had", async ({ request }) => {
  const html = await (await request.get("/data")).text();
  const data = JSON.parse(only(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs)) as {
    distribution: { contentUrl: string; encodingFormat: string }[];
  };
  expect(data.distribution.length).toBeGreaterThan(1);
  for (const { contentUrl, encodingFormat } of data.distribution) {
    const answer = await request.get(contentUrl);
    expect(answer.status(), contentUrl).toBe(200);
    expect(answer.headers()["content-type"], contentUrl).toContain(encodingFormat);
  }
});
