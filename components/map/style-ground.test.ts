import { afterEach, expect, it, vi } from "vitest";
import { styleGround } from "./style-ground";

const answer = (body: unknown) =>
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status: 200 }));
afterEach(() => vi.unstubAllGlobals());

const label = (font: unknown) => ({
  id: "names",
  type: "symbol",
  source: "s",
  layout: { "text-font": font },
});

it.each([
  [
    "the first font that it writes with",
    { glyphs: "https://gnu.example/{fontstack}/{range}.pbf", layers: [label(["Gnu Bold"])] },
    ["Gnu Bold"],
  ],
  ["the page's where it has no letters of its own", { layers: [label(["Gnu Bold"])] }, ["MapSans Semibold"]],
  [
    "one that most servers have where none can be told",
    {
      glyphs: "https://gnu.example/{fontstack}/{range}.pbf",
      layers: [label(["step", ["zoom"], ["literal", ["a"]]])],
    },
    ["Noto Sans Regular"],
  ],
])("writes our marks in %s", async (_name, style, font) => {
  answer({ version: 8, sources: {}, ...style });
  const ground = await styleGround("https://gnu.example/style.json");
  expect(ground).toMatchObject({ font, credits: true });
});

it("says so where the address has no style", async () => {
  answer({ version: 7 });
  await expect(styleGround("https://gnu.example/style.json")).rejects.toThrow("no style");
});
