import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { AROUND } from "@/domain/map/around";
import type { NewServicePreview } from "@/domain/reports/preview";
import { drawAround } from "@/server/pages/draw-around";
import { findCentre } from "@/server/pages/find-centre";

/** Where a report would be marked, drawn into the page: what nobody has published yet has no picture with an address of its own. */
export async function ReportMap({ preview: { place, centre, name } }: { preview: NewServicePreview }) {
  const at = centre ?? (place ? (await findCentre({ place: place.slug }))?.centre : undefined);
  if (!at) return null;
  const t = await getTranslations("map");
  const moderation = await getTranslations("moderation.one");
  const alt = t(at.isApproximate ? "aroundAltTown" : "aroundAlt", { name });
  const { text } = await drawAround(at, alt);
  return (
    <Section id="map" title={moderation("mapTitle")}>
      <figure>
        {/* biome-ignore lint/performance/noImgElement: it is drawn by the server at its size */}
        <img
          src={`data:image/svg+xml;base64,${Buffer.from(text).toString("base64")}`}
          alt={alt}
          width={AROUND.width}
          height={AROUND.height}
          className="h-auto w-full border border-rule"
        />
        <figcaption className="text-ink-soft text-sm">{t("aroundCredit")}</figcaption>
      </figure>
    </Section>
  );
}
