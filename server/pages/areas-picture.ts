import type { AreaKind } from "@/domain/areas/area";
import { type CoverageShade, SHADE_COLOURS, SHADE_LINES } from "@/domain/map/coverage-shade";
import { withNight } from "@/domain/map/night-picture";
import { areaPaths, PICTURE } from "@/server/pages/area-paths";
import { escapeXml } from "@/server/pages/escape-xml";

/** One area of a picture, and what it says to those who open the picture by itself. */
export type ShadedArea = { kind: AreaKind; code: string; shade: CoverageShade; says: string };

/** Areas of the whole country as a picture (SVG), each in its shade; what cannot be said is hatched. */
export function areasPicture(title: string, areas: readonly ShadedArea[]): string {
  const { width, height } = PICTURE;
  const shapes = areas.map(({ kind, code, shade, says }) => {
    const fill = shade === "cannot-say" ? "url(#none)" : SHADE_COLOURS[shade];
    return `<path fill="${fill}" d="${areaPaths(kind).get(code) ?? ""}"><title>${escapeXml(says)}</title></path>`;
  });
  return withNight(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(title)}</title>
<defs><pattern id="none" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${SHADE_COLOURS["cannot-say"]}"/><rect width="1.4" height="5" fill="${SHADE_LINES.hatch.day}"/></pattern></defs>
<g stroke="${SHADE_LINES.outline.day}" stroke-width="0.5" stroke-linejoin="round">
${shapes.join("\n")}
</g>
</svg>
`);
}
