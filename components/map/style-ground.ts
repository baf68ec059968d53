import type { StyleSpecification } from "maplibre-gl";
import { fetchJson } from "./geo-data";
import type { Ground } from "./ground";
import { palettes } from "./palette";

/** A style that the deployer chose. Its own attribution is shown in the map. @throws when it cannot be fetched, or is none */
export async function styleGround(url: string): Promise<Ground> {
  const style = await fetchJson(url);
  if (!isStyle(style)) throw new Error(`${url} is no style of MapLibre.`);
  // A style cannot know whether it is looked at by night: our marks are those of the day, with a rim.
  return { style, palette: palettes.light, font: fontOf(style), credits: true };
}

function isStyle(value: unknown): value is StyleSpecification {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    value.version === 8 &&
    "layers" in value
  );
}

/** The first font that the style itself writes with: its server of letters has no other. Without one, the page's. */
function fontOf({ glyphs, layers }: StyleSpecification): string[] {
  const own = ["MapSans Semibold"];
  if (glyphs === undefined) return own;
  for (const layer of layers) {
    const font: unknown = layer.type === "symbol" ? layer.layout?.["text-font"] : undefined;
    if (Array.isArray(font) && font.every((name) => typeof name === "string") && font[0] !== "literal")
      return font;
  }
  return ["Noto Sans Regular"];
}
