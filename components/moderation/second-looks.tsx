import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import type { SecondLookLine } from "@/domain/second-looks/second-look";

/** What one moderator or admin did or asked for, and another looks at. */
export function SecondLooks({ looks }: { looks: readonly SecondLookLine[] }) {
  const t = useTranslations("moderation.secondLook");
  const format = useMoments();
  return (
    <section aria-labelledby="second-title" className="my-6">
      <h2 id="second-title">{t("title")}</h2>
      <ul className="mt-2">
        {looks.map(({ id, about, name, asker, askedAt, refusal }) => {
          const date = format.moment(askedAt);
          return (
            <li key={id} className="border-rule border-b py-3">
              <LocalLink href={`/moderation/second/${id}`}>{t(`line.${about}`, { name })}</LocalLink>
              <p className="text-ink-soft">
                {asker === null ? t("byCommand", { date }) : t("by", { who: asker, date })}
              </p>
              {refusal === "second-asked" ? <p>{t("own")}</p> : null}
              {refusal === "second-concerned" ? <p>{t("concerned")}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
