import { useTranslations } from "next-intl";

/**
 * A row's "Show on map" button, for the list that a `MapSection` names with `listId`. It is hidden in the markup: the
 * map's script shows it, because without the script it could do nothing.
 */
export function ShowOnMapButton({ slug, name }: { slug: string; name: string }) {
  const t = useTranslations("map");
  return (
    <button
      type="button"
      hidden
      className="service-map-show"
      data-map-service={slug}
      aria-label={t("showOnMapOf", { name })}
    >
      {t("showOnMap")}
    </button>
  );
}
