import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TextArea } from "@/components/ui/inputs";
import type { BoundingBox } from "@/domain/areas/area";
import { writeEmbedQuery } from "@/domain/map/embed-query";
import { fitView } from "@/domain/map/fit-view";
import type { MapAddress } from "@/domain/map/map-address";
import type { Definition } from "@/domain/providers/legal-form";

/** Pixels of the frame that is offered; a page may give it others. */
const FRAME = { width: 640, height: 480 };

/** A line of HTML that shows the map of an area in somebody else's page, to be copied. */
export function EmbedBox({
  origin,
  definition,
  area,
  bbox,
  name,
}: {
  origin: string;
  /** What the page counts, and the map that is offered with it. */
  definition: Definition;
  area: NonNullable<MapAddress["area"]>;
  bbox: BoundingBox;
  name: string;
}) {
  const t = useTranslations("common.embed");
  const common = useTranslations("common");
  const src = `${origin}/embed${writeEmbedQuery({ area, at: fitView(bbox, FRAME) }, definition)}`;
  const title = t("frame", { site: common("siteName"), area: name });
  return (
    <details className="mt-4 max-w-line">
      <summary className="cursor-pointer py-2">{t("title")}</summary>
      <div className="space-y-3">
        <TextArea
          id="embed"
          label={t("label")}
          hint={t("hint")}
          defaultValue={`<iframe src="${attribute(src)}" title="${attribute(title)}" width="${FRAME.width}" height="${FRAME.height}" style="border:0;max-width:100%" loading="lazy"></iframe>`}
          readOnly
          fitsText
        />
        <CopyButton from="embed" label={t("copy")} done={t("copied")} />
      </div>
    </details>
  );
}

/** As the value of an attribute in double quotes. */
function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
