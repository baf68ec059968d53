import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { keepViewAction, removeViewAction } from "@/app/[locale]/(moderation)/moderation/actions";
import { LocalLink } from "@/components/layout/local-link";
import { SmallForm } from "@/components/reports/small-form";
import type { QueueView } from "@/domain/reports/queue-view";

type Props = { views: readonly QueueView[]; view: string; locale: string; path: string };

/** The views that a moderator keeps, and how to keep the one that is open. */
export async function QueueViews({ views, view, locale, path }: Props) {
  const t = await getTranslations("moderation.queue");
  const words = await smallFormWords();
  const form = { words, path };
  return (
    <details className="my-4" open={views.length > 0 || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("views")}</summary>
      <div className="space-y-4 border-field border-l-4 pl-4">
        {views.length > 0 ? (
          <ul>
            {views.map(({ id, name, address }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-6">
                <LocalLink
                  href={`/moderation${address}`}
                  aria-current={address === view ? "page" : undefined}
                  className="aria-[current]:font-bold aria-[current]:no-underline"
                >
                  {name}
                </LocalLink>
                <SmallForm
                  {...form}
                  action={removeViewAction}
                  hidden={{ locale, id, view }}
                  button={t("removeView", { name })}
                  look="quiet"
                />
              </li>
            ))}
          </ul>
        ) : null}
        <SmallForm
          {...form}
          action={keepViewAction}
          hidden={{ locale, view }}
          fields={[
            { id: "view-name", name: "name", kind: "line", label: t("viewName"), hint: t("viewHint") },
          ]}
          button={t("keepView")}
        />
      </div>
    </details>
  );
}
