import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LAUNCH_DRAWING } from "../scripts/launch-options";
import { expect, test } from "./test";

test.use({
  launchOptions: LAUNCH_DRAWING,
});
test.describe.configure({ timeout: 180_000 });

const QUERY = "area=constituency/carlisle&at=10/54.9/-2.95";

test("somebody else's page shows the map of an area, and a link in it opens beside that page", async ({
  page,
  context,
}) => {
  const origin = String(process.env.E2E_ORIGIN);
  // A server of its own: browsers let no page of the internet frame one of this machine.
  const newspaper = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(
      `<!doctype html><title>A newspaper</title><iframe src="${origin}/embed?${QUERY}" width="700" height="500"></iframe>`,
    );
  });
  await new Promise<void>((listens) => newspaper.listen(0, "127.0.0.1", listens));
  const theirs = `http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`;
  await page.goto(theirs);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".service-map-frame")).toHaveAttribute("data-phase", "ready", {
    timeout: 60_000,
  });
  await expect(frame.getByText(/^\d+ services? in view$/)).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const opened = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Open the NHS Outsourcing Map" }).click();
  await expect(await opened).toHaveURL(`${origin}/map?${QUERY}`);
  expect(page.url()).toBe(theirs);
  newspaper.close();
});

test("the frame is the one page that may be framed, says so to nobody's account, and is the same for everybody", async ({
  request,
}) => {
  const embed = await request.get(`/embed?${QUERY}`);
  const headers = embed.headers();
  expect(headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(headers["x-frame-options"]).toBeUndefined();
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["cache-control"]).toContain("public");
  expect(await embed.text()).toContain("/map?view=list");
  for (const path of ["/map", "/", "/sign-in", "/embed/x", "/reports/new"]) {
    const other = (await request.get(path)).headers();
    expect(other["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(other["x-frame-options"], path).toBe("DENY");
  }
});

test("a shared link shows a picture of its page, as large as it says", async ({ request }) => {
  for (const path of [
    "/areas/constituency/carlisle",
    "/providers/spamedica",
    "/services/gp-practice-at-fusehill-medical-practice",
    "/",
  ]) {
    const html = await (await request.get(path)).text();
    const address = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
    const picture = await request.get(new URL(address).pathname);
    expect(picture.headers()["content-type"], path).toBe("image/png");
    const bytes = await picture.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(200_000);
    const again = await request.get(new URL(address).pathname, {
      headers: { "If-None-Match": String(picture.headers().etag) },
    });
    expect(again.status()).toBe(304);
  }
  expect((await request.get("/api/v1/share/providers/no-such")).status()).toBe(404);
  const chosen = await (await request.get("/counting/companies-by-type/areas/constituency/carlisle")).text();
  expect(chosen).toContain("/api/v1/share/site");
});
