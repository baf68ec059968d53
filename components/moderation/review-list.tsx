import { useTranslations } from "next-intl";
import type { ShownReview } from "@/domain/reports/shown-review";

/** What trusted campaigners say of a report; they are not named. */
export function ReviewList({ reviews }: { reviews: readonly ShownReview[] }) {
  const t = useTranslations("moderation.one");
  if (reviews.length === 0) return <p>{t("reviewsNone")}</p>;
  return (
    <ul className="space-y-3">
      {reviews.map(({ id, verdict, reason, source, link, revision }) => (
        <li key={id} className="max-w-line border-field border-l-4 pl-4">
          <strong>{t(verdict === "confirm" ? "reviewConfirm" : "reviewDispute", { revision })}</strong>
          <p className="whitespace-pre-line">{reason}</p>
          {source ? (
            <p className="break-words">
              {t("reviewSource")}{" "}
              {link ? (
                <a href={link} rel="nofollow noopener ugc">
                  {source}
                </a>
              ) : (
                source
              )}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
