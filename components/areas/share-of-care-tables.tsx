import { useTranslations } from "next-intl";
import {
  type CareKind,
  isOutside,
  percentOf,
  type ShareOfCareData,
  type ShareRow,
} from "@/domain/figures/share-of-care";
import type { Definition } from "@/domain/providers/legal-form";

/** Completed treatment by kind of organisation, and whether the definition counts the kind. */
export function ShareByKindTable({
  rows,
  definition,
}: {
  rows: readonly ShareRow<CareKind>[];
  definition: Definition;
}) {
  const t = useTranslations("share-of-care");
  return (
    <table className="rows">
      <caption className="sr-only">{t("byKind")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("kindColumn")}</th>
          <th scope="col">{t("admittedColumn")}</th>
          <th scope="col">{t("nonAdmittedColumn")}</th>
          <th scope="col">{t("togetherColumn")}</th>
          <th scope="col">{t("countedColumn")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, admitted, nonAdmitted, together }) => (
          <tr key={key}>
            <th scope="row" className="text-left font-normal">
              {t(`kind.${key}`)}
            </th>
            <td data-label={t("admittedColumn")}>{t("number", { count: admitted.all })}</td>
            <td data-label={t("nonAdmittedColumn")}>{t("number", { count: nonAdmitted.all })}</td>
            <td data-label={t("togetherColumn")}>{t("number", { count: together.all })}</td>
            <td data-label={t("countedColumn")}>
              {t(isOutside(key, definition) ? "isOutside" : key === "unknown" ? "isUnknown" : "isInside")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Completed treatment by specialty: all, what was done outside, and its share. */
export function ShareBySpecialtyTable({
  rows,
  counting,
}: {
  rows: ShareOfCareData["bySpecialty"];
  /** What counts, for the heading: "all", or the words. */
  counting: string;
}) {
  const t = useTranslations("share-of-care");
  const outside = t("outsideColumn", { counting });
  return (
    <table className="rows">
      <caption className="sr-only">{t("bySpecialty")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("specialtyColumn")}</th>
          <th scope="col">{t("togetherColumn")}</th>
          <th scope="col">{outside}</th>
          <th scope="col">{t("shareColumn")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, together }) => {
          const percent = percentOf(together);
          return (
            <tr key={key}>
              <th scope="row" className="text-left font-normal" lang="en">
                {name}
              </th>
              <td data-label={t("togetherColumn")}>{t("number", { count: together.all })}</td>
              <td data-label={outside}>{t("number", { count: together.outside })}</td>
              <td data-label={t("shareColumn")}>
                {percent === null ? t("none") : t("percent", { percent })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
