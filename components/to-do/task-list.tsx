import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import type { Task } from "@/domain/to-do/task";

/** More than these nobody reads in one go; what was found out leaves the list, and the next ones come up. */
export const TASKS_SHOWN = 25;

/** Things to find out of one kind: what is known, where to report, and whether somebody looks at it. */
export function TaskList({
  tasks,
  take,
}: {
  tasks: readonly Task[];
  /** Draws the button that takes a task or gives it back; none of one that somebody else has. */
  take: (task: Task) => ReactNode;
}) {
  const t = useTranslations("to-do");
  const why = useTranslations("services.claim.registrationDoubt");
  const inWords = useDates();
  const shown = tasks.slice(0, TASKS_SHOWN);
  return (
    <>
      <ul className="border-ink border-t-2">
        {shown.map((task) => (
          <li key={task.recordId} className="border-rule border-b py-3">
            <p>
              <LocalLink href={task.path} className="font-semibold">
                {task.name}
              </LocalLink>
              {task.where === "" ? null : `, ${task.where}`}
              {task.on ? ` · ${t(`on.${task.kind}`, { date: inWords(task.on) })}` : null}
            </p>
            {task.doubts.length > 0 ? (
              <p>{t("inDoubt", { reasons: task.doubts.map((doubt) => why(doubt)).join("; ") })}</p>
            ) : null}
            <p className="text-ink-soft">
              {task.taken === null
                ? null
                : t(task.taken.isOwn ? "takenByYou" : "takenByOther", { date: inWords(task.taken.until) })}
            </p>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-1 print:hidden">
              {task.reports.map(({ answer, path }) => (
                <LocalLink key={answer} href={path} className="inline-flex min-h-11 items-center">
                  {t(`answers.${answer}`)}{" "}
                  <span className="sr-only">{t("reportOn", { name: task.name })}</span>
                </LocalLink>
              ))}
              {task.look === null ? null : (
                <a href={task.look} rel="nofollow noopener" className="inline-flex min-h-11 items-center">
                  {t("look")} <span className="sr-only">{t("reportOn", { name: task.name })}</span>
                </a>
              )}
              {task.taken && !task.taken.isOwn ? null : take(task)}
            </div>
            <p className="mt-2 hidden print:block">{t("sheet")}</p>
          </li>
        ))}
      </ul>
      {tasks.length > shown.length ? (
        <p className="mt-2">{t("more", { count: tasks.length - shown.length })}</p>
      ) : null}
    </>
  );
}
