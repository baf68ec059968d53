import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { PMTiles, type RangeResponse, type Source } from "pmtiles";
import { expect, it } from "vitest";
import { archiveOf, EARTH_TILE } from "@/domain/map/testing-archive";
import { tilesGround } from "./tiles-ground";

class InMemory implements Source {
  constructor(private readonly bytes: Uint8Array) {}
  getKey(): string {
    return "https://gnu.example/ground.pmtiles";
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: this.bytes.slice(offset, offset + length).buffer as ArrayBuffer };
  }
}
const named = (...ids: string[]) => ({ vector_layers: ids.map((id) => ({ id, fields: {} })) });
const groundOf = (bytes: Uint8Array, scheme: "light" | "dark" = "light") =>
  tilesGround(new PMTiles(new InMemory(bytes)), scheme);
const archive = archiveOf(EARTH_TILE, 1, {
  ...named("earth", "water", "roads"),
  attribution: "© <a href='x'>Gnu</a>",
});

it("an archive that was made in this test can be read", async () => {
  const reader = new PMTiles(new InMemory(archive));
  expect((await reader.getHeader()).specVersion).toBe(3);
  expect((await reader.getZxy(0, 0, 0))?.data.byteLength).toBeGreaterThan(20);
});

it.each(["light", "dark"] as const)(
  "is drawn as Protomaps does where it has their layers, %s",
  async (scheme) => {
    const { style, credits } = await groundOf(archive, scheme);
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.layers.length).toBeGreaterThan(40);
    expect(credits).toBe(true);
  },
);

it("asks nobody but the archive: no server of letters, no sprite, no picture of one", async () => {
  const text = JSON.stringify((await groundOf(archive)).style);
  expect(text.match(/https?:[^"]*/g)).toEqual(["https://gnu.example/ground.pmtiles"]);
  expect(text).not.toMatch(/glyphs|"sprite"|icon-image|Noto/);
});

it("credits whom the archive names, as text, and OpenStreetMap where it names nobody", async () => {
  const { style } = await groundOf(archive);
  expect(style.sources.tiles).toMatchObject({ type: "vector", attribution: "© Gnu" });
  const silent = await groundOf(archiveOf(EARTH_TILE, 1, named("earth")));
  expect(silent.style.sources.tiles).toMatchObject({ attribution: "© OpenStreetMap contributors" });
});

it("draws the layers of any other archive plainly, and pictures as they are", async () => {
  const other = (await groundOf(archiveOf(EARTH_TILE, 1, named("land", "streets")))).style;
  expect(validateStyleMin(other)).toEqual([]);
  expect(other.layers.map(({ id }) => id)).toEqual([
    "ground",
    "land-shapes",
    "land-lines",
    "streets-shapes",
    "streets-lines",
  ]);
  const pictures = (await groundOf(archiveOf(Uint8Array.from([1]), 2, {}))).style;
  expect(validateStyleMin(pictures)).toEqual([]);
  expect(pictures.layers).toMatchObject([{ type: "raster" }]);
});

it("says so where it has tiles of no kind that can be drawn", async () => {
  await expect(groundOf(archiveOf(Uint8Array.from([1]), 0, {}))).rejects.toThrow("neither");
});
