import type { AreaKind } from "@/domain/areas/area";
import { type CoverageShade, SHADE_COLOURS, SHADE_LINES } from "@/domain/map/coverage-shade";
import { withNight } from "@/domain/map/night-picture";
import { areaPaths, frameOf, PICTURE } from "@/server/pages/area-paths";
import { escapeXml } from "@/server/pages/escape-xml";

/** One area of a picture, and what it says to those who open the picture by itself. */
export type ShadedArea = { kind: AreaKind; code: string; shade: CoverageShade; says: string };

/** Pixels: what one nation fills. England and Wales are both a little higher than wide. */
const NATION_PICTURE = { width: 500, height: 640 };

/** Areas as a picture (SVG), each in its shade; what cannot be said is hatched. The whole country, or as much as the areas fill. */
export function areasPicture(
  title: string,
  areas: readonly ShadedArea[],
  part: "country" | "nation" = "country",
): string {
  const paths = areas.map(({ kind, code }) => areaPaths(kind).get(code) ?? "");
  const frame = part === "country" ? { x: 0, y: 0, ...PICTURE } : frameOf(paths);
  const { width, height } = part === "country" ? PICTURE : NATION_PICTURE;
  const shapes = areas.map(({ shade, says }, at) => {
    const fill = shade === "cannot-say" ? "url(#none)" : SHADE_COLOURS[shade];
    return `<path fill="${fill}" d="${paths[at]}"><title>${escapeXml(says)}</title></path>`;
  });
  // A pixel of the picture, in the measure of the paths.
  const pixel = Math.max(frame.width / width, frame.height / height);
  const inPixels = (pixels: number) => Number((pixels * pixel).toFixed(2));
  const viewBox = [frame.x, frame.y, frame.width, frame.height].map((value) => Number(value.toFixed(1)));
  return withNight(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox.join(" ")}" width="${width}" height="${height}" role="img">
<title>${escapeXml(title)}</title>
<defs><pattern id="none" width="${inPixels(5)}" height="${inPixels(5)}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${inPixels(5)}" height="${inPixels(5)}" fill="${SHADE_COLOURS["cannot-say"]}"/><rect width="${inPixels(1.4)}" height="${inPixels(5)}" fill="${SHADE_LINES.hatch.day}"/></pattern></defs>
<g stroke="${SHADE_LINES.outline.day}" stroke-width="${inPixels(0.5)}" stroke-linejoin="round">
${shapes.join("\n")}
</g>
</svg>
`);
}
