import { useTranslations } from "next-intl";
import { RETENTION, RETENTION_KEYS } from "@/domain/privacy/retention";

/** What is kept for how long: the list that the job keeps, in words. */
export function RetentionTable() {
  const t = useTranslations("about.privacy");
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("columns.what")}</th>
          <th scope="col">{t("columns.howLong")}</th>
        </tr>
      </thead>
      <tbody>
        {RETENTION_KEYS.map((key) => {
          const { count, unit } = RETENTION[key];
          return (
            <tr key={key}>
              <th scope="row">{t(`retention.${key}`)}</th>
              <td>{t(`period.${unit}`, { count })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
