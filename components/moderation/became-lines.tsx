import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import type { EntryType } from "@/domain/records/entry-path";

type Props = {
  became: { type: EntryType; id: string; page: { path: string; name: string } | null };
  /** Its page is linked above already. */
  isLinked: boolean;
};

/** What a decided report became: its page where readers have one, and where it is taken off the site. */
export function BecameLines({ became: { type, id, page }, isLinked }: Props) {
  const t = useTranslations("moderation");
  return (
    <div className="mb-6 max-w-line space-y-2">
      {page && !isLinked ? (
        <p>
          {t("one.became")}: <LocalLink href={page.path}>{page.name}</LocalLink>
        </p>
      ) : null}
      {page ? null : <p>{t("one.becameHidden")}</p>}
      <p>
        <LocalLink href={`/moderation/records/${type}/${id}`}>{t("brake.ofReport")}</LocalLink>
      </p>
    </div>
  );
}
