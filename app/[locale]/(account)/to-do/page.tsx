import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { giveTaskBackAction, takeTaskAction } from "@/app/[locale]/(account)/to-do/actions";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { AreaProgress } from "@/components/to-do/area-progress";
import { TaskButton } from "@/components/to-do/task-button";
import { TaskList } from "@/components/to-do/task-list";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { localPath } from "@/domain/language/locale";
import { requireActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadToDo } from "@/server/to-do/load-to-do";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "to-do" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function ToDoPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const asked = await queryValue(searchParams, "area");
  const path = localPath(locale, "/to-do");
  const actor = await requireActor(asked ? `${path}?${new URLSearchParams({ area: asked })}` : path);
  const t = await getTranslations("to-do");
  const { "to-do": text } = await getMessages();
  const { councils, area, groups, places, own } = await loadToDo(getDb(), actor, asked);
  // A constituency is come to from its own page, and stays chosen.
  const choices = area && area.kind !== "council" ? [area, ...councils] : councils;
  const words = await smallFormWords();
  const form = { path, words: { ...words, failures: { ...words.failures, ...text.failures } } };
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>
        {area ? t("titleIn", { area: area.name }) : t("title")}
      </PageTitle>
      <form method="get" action={path} className="flex flex-wrap items-end gap-4 print:hidden">
        <Select
          id="area"
          label={t("filter.label")}
          defaultValue={area ? `${area.kind}/${area.slug}` : ""}
          options={[
            { value: "", label: t("filter.none") },
            ...choices.map(({ kind, slug, name }) => ({ value: `${kind}/${slug}`, label: name })),
          ]}
        />
        <Button look="secondary">{t("filter.button")}</Button>
      </form>
      <p className="my-4">{t("own", { count: own })}</p>
      {area ? (
        <>
          <AreaProgress {...places} />
          <Notice title={t("evidence")}>
            <p>{t("evidenceText")}</p>
          </Notice>
          {groups.length === 0 ? <p>{t("nothing")}</p> : null}
          {groups.some(({ kind }) => kind === "place-not-checked" || kind === "check-due") ? (
            <p className="print:hidden">
              <LocalLink
                href={`/to-do/worksheet?${new URLSearchParams({ area: `${area.kind}/${area.slug}` })}`}
                className="inline-flex min-h-11 items-center"
              >
                {t("worksheet.link")}
              </LocalLink>
            </p>
          ) : null}
          {groups.map(({ kind, tasks }) => (
            <Section key={kind} id={kind} title={t(`kinds.${kind}.title`)} note={t(`kinds.${kind}.note`)}>
              <TaskList
                tasks={tasks}
                take={(task) => (
                  <TaskButton
                    {...form}
                    action={task.taken ? giveTaskBackAction : takeTaskAction}
                    hidden={{
                      locale,
                      area: `${area.kind}/${area.slug}`,
                      kind: task.kind,
                      recordId: task.recordId,
                    }}
                    button={t(task.taken ? "giveBack" : "take")}
                    about={task.name}
                  />
                )}
              />
            </Section>
          ))}
        </>
      ) : null}
    </>
  );
}
