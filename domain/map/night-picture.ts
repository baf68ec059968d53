import { COVERAGE_SHADES, NIGHT_SHADES, SHADE_COLOURS, SHADE_LINES } from "./coverage-shade";

/** What each colour of a drawn picture is by night; the colours of the live map by day and by night (components/map/palette.ts). */
export const NIGHT_COLOURS: Readonly<Record<string, string>> = {
  "#d9e3e3": "#131a1d", // sea
  "#f8f4ea": "#26221d", // land, and what keeps names off it
  "#9fb0b1": "#53666b", // coast
  "#a89a82": "#7d715f", // boundaries
  "#b9ad97": "#6a6152", // where people live
  "#4d463b": "#d9cfbe", // names
  "#8a1c16": "#ff9d8f", // pins
  "#fffdf8": "#171512", // their edge
  ...Object.fromEntries(COVERAGE_SHADES.map((shade) => [SHADE_COLOURS[shade], NIGHT_SHADES[shade]])),
  ...Object.fromEntries(Object.values(SHADE_LINES).map(({ day, night }) => [day, night])),
};

/**
 * The same picture with a sheet of colours for a device that is set to dark: else a map is a bright patch in a dark page. Where a policy
 * forbids the sheet, the picture is as it was by day.
 * @param svg in which every colour is an attribute
 */
export function withNight(svg: string): string {
  const rules = Object.entries(NIGHT_COLOURS).flatMap(([day, night]) =>
    (["fill", "stroke"] as const)
      .filter((name) => svg.includes(`${name}="${day}"`))
      .map((name) => `[${name}="${day}"]{${name}:${night}}`),
  );
  return svg.replace(
    /<svg [^>]*>/,
    (begin) => `${begin}<style>@media (prefers-color-scheme:dark){${rules.join("")}}</style>`,
  );
}
