import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { Notice } from "@/components/ui/notice";
import { SITTING_SIZE, type Sitting } from "@/domain/reports/sitting";

/** Which of ten this report is, the way back to the queue, and the report that was decided before it. */
export function SittingLine({ sitting: { number, view }, was }: { sitting: Sitting; was: string }) {
  const t = useTranslations("moderation.queue");
  return (
    <>
      {was ? (
        <Notice tone="good" role="status">
          <p>
            {t("wasDecided")}{" "}
            <LocalLink href={`/moderation/${encodeURIComponent(was)}`}>{t("was")}</LocalLink>
          </p>
        </Notice>
      ) : null}
      <p className="my-3 flex flex-wrap gap-x-6">
        <strong>{t("sitting", { number, size: SITTING_SIZE })}</strong>
        <LocalLink href={`/moderation${view}`} data-key="queue">
          {t("toQueue")}
        </LocalLink>
      </p>
    </>
  );
}
