import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";

/** Other reports that were found to be the same as one. Whose they are is told to nobody. */
export function JoinedReports({ joined }: { joined: readonly { id: string; title: string }[] }) {
  const t = useTranslations("moderation.one");
  if (joined.length === 0) return null;
  return (
    <>
      <p>{t("joinedHere")}</p>
      <ul className="space-y-3">
        {joined.map(({ id, title }) => (
          <li key={id}>
            <LocalLink href={`/moderation/${id}`}>{title}</LocalLink>
          </li>
        ))}
      </ul>
    </>
  );
}
