import { expect, it } from "vitest";
import { NIGHT_COLOURS, withNight } from "@/domain/map/night-picture";
import { palettes } from "./palette";

it("gives every colour of a picture another by night, and changes nothing by day", () => {
  const svg = `<svg viewBox="0 0 1 1" role="img"><path fill="#f8f4ea" stroke="#9fb0b1"/></svg>`;
  const drawn = withNight(svg);
  expect(drawn).toContain(`[fill="#f8f4ea"]{fill:#26221d}`);
  expect(drawn.replace(/<style>.*<\/style>/, "")).toBe(svg);
});

it("has the colours of the live map by night", () => {
  const { light, dark } = palettes;
  for (const name of ["sea", "land", "coast", "nation", "town", "pin", "paper"] as const)
    expect(NIGHT_COLOURS[light[name]], name).toBe(dark[name]);
});
