import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { AROUND } from "@/domain/map/around";
import type { NewServicePreview } from "@/domain/reports/preview";
import { type Centre, drawAround } from "@/server/pages/draw-around";
import { findCentre } from "@/server/pages/find-centre";
import type { ModerationChange } from "@/server/reports/pages/load-moderation-report";

/** Where a report would be marked, drawn into the page: what nobody has published yet has no picture with an address of its own. */
export async function ReportMap({ preview: { place, centre, name } }: { preview: NewServicePreview }) {
  const at = centre ?? (place ? (await findCentre({ place: place.slug }))?.centre : undefined);
  const t = await getTranslations("moderation.one");
  return at ? <AroundMap id="map" title={t("mapTitle")} name={name} at={at} /> : null;
}

/** Where the entry of a report is and, where it would be moved, where to; nothing of what readers are not shown. */
export async function ChangeMaps({ read: { change, goesTo } }: { read: ModerationChange }) {
  const t = await getTranslations("moderation.one");
  const { entry } = change;
  if (!entry || entry.visibility === "area-only" || entry.type === "provider") return null;
  const now = await findCentre(entry.type === "service" ? { service: entry.slug } : { place: entry.slug });
  const then =
    goesTo && "place" in goesTo ? (await findCentre({ place: goesTo.place }))?.centre : goesTo?.centre;
  return (
    <>
      {now ? <AroundMap id="map-now" title={t("mapNow")} name={entry.name} at={now.centre} /> : null}
      {then ? <AroundMap id="map" title={t("mapTitle")} name={entry.name} at={then} /> : null}
    </>
  );
}

async function AroundMap({ id, title, name, at }: { id: string; title: string; name: string; at: Centre }) {
  const t = await getTranslations("map");
  const alt = t(at.isApproximate ? "aroundAltTown" : "aroundAlt", { name });
  const { text } = await drawAround(at, alt);
  return (
    <Section id={id} title={title}>
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
