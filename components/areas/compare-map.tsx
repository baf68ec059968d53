import { useTranslations } from "next-intl";
import type { Nation } from "@/domain/areas/area";
import { COUNTING } from "@/domain/figures/counting-path";
import { COVERAGE_SHADES, type CoverageShade } from "@/domain/map/coverage-shade";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

/** Squares of the key; the classes are in globals.css, because a style attribute would be against our policy. */
const SWATCHES: Readonly<Record<CoverageShade, string>> = {
  "cannot-say": "shade-cannot-say",
  none: "shade-none",
  "under-20": "shade-under-20",
  "under-50": "shade-under-50",
  "under-80": "shade-under-80",
  most: "shade-most",
};

/** Areas shaded by what the table beside it says in numbers, with the key; hatched where we cannot say. */
export function CompareMap({
  by,
  nation,
  definition,
}: {
  by: "waits" | "practices-of-bodies" | "practices-of-councils";
  nation: Nation;
  definition: Definition;
}) {
  const compare = useTranslations("share-of-care.compare");
  const like = useTranslations("share-of-care.like");
  const isWaits = by === "waits";
  const nations = useTranslations("common.nation");
  const of = by === "practices-of-councils" ? "councils" : "bodies";
  const counting = definition === DEFAULT_DEFINITION ? "" : `&${COUNTING}=${definition}`;
  const path = `/api/v1/map/compare.svg?by=${by}&in=${nation}${counting}`;
  return (
    <figure className="mt-6 grid items-start gap-6 sm:grid-cols-[minmax(0,24rem)_1fr]">
      {/* biome-ignore lint/performance/noImgElement: a drawing of ours that changes with every publication */}
      <img
        src={path}
        alt={isWaits ? compare("mapAlt") : like("mapAlt", { of, nation: nations(nation) })}
        width={500}
        height={640}
        loading="lazy"
        className="h-auto w-full border border-rule"
      />
      <figcaption>
        <p className="font-semibold">{isWaits ? compare("mapKey") : like("mapKey")}</p>
        <ul className="mt-2">
          {COVERAGE_SHADES.map((shade) => (
            <li key={shade} className="flex items-center gap-3 py-1">
              <span
                aria-hidden="true"
                className={`inline-block h-5 w-8 shrink-0 border border-ink-soft ${SWATCHES[shade]}`}
              />
              {isWaits ? compare(`shade.${shade}`) : like(`shade.${shade}`)}
            </li>
          ))}
        </ul>
        <p className="mt-3 text-base text-ink-soft">
          <a href={path} className="inline-block py-1">
            {isWaits ? compare("mapOpen") : like("mapOpen")}
          </a>
        </p>
      </figcaption>
    </figure>
  );
}
