import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RemainderLine } from "@/components/counting/remainder-line";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import type { FrontPageData } from "@/domain/pages/front-page";
import { restOfMost } from "@/domain/pages/remainders";

/** What stands below the map: who runs the most, what began lately, and what was checked. The whole lists are elsewhere. */
export function FrontColumns({ page: { lists, counts } }: { page: Pick<FrontPageData, "lists" | "counts"> }) {
  const t = useTranslations("home");
  const coverage = useTranslations("areas.coverage");
  const nation = useTranslations("common.nation");
  const category = useTranslations("services.category");
  const inWords = useDates();
  return (
    <div className="mt-10 grid gap-x-10 gap-y-8 border-ink border-t pt-4 md:grid-cols-3">
      <Column id="most" title={t("mostTitle")} href="/providers" more={t("mostMore")}>
        <ol className="*:py-1.5">
          {lists.most.map(({ provider, counts: run }) => (
            <li key={provider.slug}>
              <LocalLink href={`/providers/${provider.slug}`}>{provider.name}</LocalLink>{" "}
              {t("mostCount", { services: run.services })}
            </li>
          ))}
        </ol>
        <RemainderLine what="mostProviders" of={restOfMost({ lists, counts })} />
      </Column>
      <Column id="lately" title={t("latelyTitle")} href="/about/corrections" more={t("latelyMore")}>
        <ul className="*:py-1.5">
          {lists.begun.map(({ slug, name, category: kind, provider, startedOn }) => (
            <li key={slug}>
              {t("begun", { date: inWords(startedOn) })}{" "}
              <LocalLink href={`/services/${slug}`}>{name ?? category(kind)}</LocalLink>
              {provider ? `, ${provider.name}` : ""}
            </li>
          ))}
        </ul>
      </Column>
      <Column id="checked" title={coverage("title")} href="/coverage" more={t("checkedMore")}>
        <ul className="*:py-1.5">
          {lists.checked.map(({ nation: of, kind, known, checked }) => (
            <li key={`${of} ${kind}`}>
              {t("checkedKind", { kind: coverage(`kind.${kind}`), nation: nation(of), known, checked })}
            </li>
          ))}
        </ul>
      </Column>
    </div>
  );
}

function Column({
  id,
  title,
  href,
  more,
  children,
}: {
  id: string;
  title: string;
  href: string;
  more: string;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-2">
        {title}
      </h2>
      {children}
      <p className="mt-2">
        <LocalLink href={href} className="inline-block py-1">
          {more}
        </LocalLink>
      </p>
    </section>
  );
}
