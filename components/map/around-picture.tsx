import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { AROUND, aroundPath } from "@/domain/map/around";
import { writeMapAddress } from "@/domain/map/map-address";

/** As near as streets are told apart, and as near as a town fills the screen. */
const ZOOM = { exact: 14, approximate: 11 } as const;

/**
 * Where one record is, as a picture that the server draws and that opens the live map there: the page of one record needs no
 * map library to say where it is, and has no empty box without scripts.
 */
export function AroundPicture({
  of,
  name,
  position,
  isApproximate,
}: {
  of: { service: string } | { place: string };
  name: string;
  position: { lon: number; lat: number };
  isApproximate: boolean;
}) {
  const t = useTranslations("map");
  const at = { ...position, zoom: ZOOM[isApproximate ? "approximate" : "exact"] };
  const address = writeMapAddress({ at, service: "service" in of ? of.service : null });
  return (
    <figure className="mt-3 max-w-line">
      <LocalLink href={`/map${address}`} className="block">
        {/* biome-ignore lint/performance/noImgElement: it is drawn by the server at its size, and the optimiser is off */}
        <img
          src={aroundPath(of)}
          alt={t(isApproximate ? "aroundAltTown" : "aroundAlt", { name })}
          width={AROUND.width}
          height={AROUND.height}
          loading="lazy"
          className="h-auto w-full border border-rule"
        />
        <span className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t("aroundOpen")}
        </span>
      </LocalLink>
      <figcaption className="text-ink-soft text-sm">{t("aroundCredit")}</figcaption>
    </figure>
  );
}
