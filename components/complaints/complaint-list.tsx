import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import type { ComplainedType, ComplaintKind } from "@/domain/complaints/complaint";

type Line = { id: string; recordType: ComplainedType; kind: ComplaintKind; name: string; days: number };

/** Complaints that wait, before everything else that does, with how long each has. */
export function ComplaintList({ complaints }: { complaints: readonly Line[] }) {
  const t = useTranslations("moderation.brake");
  const kinds = useTranslations("complaints.form.kinds");
  return (
    <section aria-labelledby="complaints-title" className="my-6">
      <h2 id="complaints-title">{t("complaintsTitle")}</h2>
      {complaints.length === 0 ? <p className="mt-2">{t("complaintsNone")}</p> : null}
      <ul className="mt-2">
        {complaints.map(({ id, recordType, kind, name, days }) => (
          <li key={id} className="border-rule border-b py-3">
            <LocalLink href={`/moderation/complaints/${id}`}>{name}</LocalLink>
            <p className="text-ink-soft">
              {t(`types.${recordType}`)} · {kinds(kind)} · {t("age", { days })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <LocalLink href="/moderation/records">{t("recordsLink")}</LocalLink>
      </p>
    </section>
  );
}
