import { useTranslations } from "next-intl";

/** Who made what the map shows. Of the ground only where it is ours: another one has its credit in the map. */
export function MapCredit() {
  const t = useTranslations("map");
  return (
    <>
      {t("credit")} <span className="map-credit-ground">{t("creditGround")}</span>
    </>
  );
}
