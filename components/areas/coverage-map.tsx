import { useTranslations } from "next-intl";
import { COVERAGE_SHADES, type CoverageShade } from "@/domain/map/coverage-shade";

/** Squares of the key; the classes are in globals.css, because a style attribute would be against our policy. */
const SWATCHES: Readonly<Record<CoverageShade, string>> = {
  "cannot-say": "shade-cannot-say",
  none: "shade-none",
  "under-20": "shade-under-20",
  "under-50": "shade-under-50",
  "under-80": "shade-under-80",
  most: "shade-most",
};

/** The picture of how much was looked at, with its key. The table beside it says the same in numbers. */
export function CoverageMap() {
  const t = useTranslations("areas.coverage.page");
  return (
    <figure className="mt-6 grid items-start gap-6 sm:grid-cols-[minmax(0,24rem)_1fr]">
      {/* biome-ignore lint/performance/noImgElement: a drawing of ours that changes with every publication */}
      <img
        src="/api/v1/map/coverage.svg"
        alt={t("mapAlt")}
        width={500}
        height={836}
        loading="lazy"
        className="h-auto w-full border border-rule"
      />
      <figcaption>
        <p className="font-semibold">{t("mapKey")}</p>
        <ul className="mt-2">
          {COVERAGE_SHADES.map((shade) => (
            <li key={shade} className="flex items-center gap-3 py-1">
              <span
                aria-hidden="true"
                className={`inline-block h-5 w-8 border border-ink-soft ${SWATCHES[shade]}`}
              />
              {t(`shade.${shade}`)}
            </li>
          ))}
        </ul>
        <p className="mt-3 text-base text-ink-soft">
          <a href="/api/v1/map/coverage.svg">{t("mapOpen")}</a>
          {" · "}
          <a href="/api/v1/map/coverage.svg?areas=constituencies">{t("mapConstituencies")}</a>
        </p>
      </figcaption>
    </figure>
  );
}
