import { getMessages, getTranslations } from "next-intl/server";
import { stageEditionAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { ImportWays } from "@/components/imports/import-ways";
import { NewEditionForm } from "@/components/imports/new-edition-form";
import { PageTitle } from "@/components/layout/page-title";
import type { CampaignerActor } from "@/domain/actor";
import type { Locale } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadEditionChoices } from "@/server/imports/engine/edition-choices";
import type { EditionChoice } from "@/server/imports/engine/import-format";

type Props = { actor: CampaignerActor; locale: Locale; path: string };

/** The form for an edition of a register, with what is here of each register now. */
export async function NewEdition({ actor, locale, path }: Props) {
  const t = await getTranslations("imports.edition");
  const { imports } = await getMessages();
  const choices = await loadEditionChoices(getDb(), actor);
  const sentence = ({ held, edition, entries }: EditionChoice) =>
    t(held, { edition: edition ?? "", entries, places: entries });
  const registers = choices.map((choice) => ({
    value: choice.format,
    label: choice.title,
    hint: sentence(choice),
  }));
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <ImportWays chosen="register" />
      <NewEditionForm
        action={stageEditionAction}
        path={path}
        locale={locale}
        words={{ ...(await importFormWords()), text: { ...imports.columns, register: t("register") } }}
        text={imports.edition}
        registers={registers}
      />
      <p className="mt-8 max-w-line text-ink-soft">{t("codes")}</p>
      <h2 className="mt-8 font-semibold text-xl">{t("publisher")}</h2>
      <ul className="mt-2 list-disc pl-5">
        {choices.map(({ format, title, url }) => (
          <li key={format} className="py-1">
            <a href={url} className="break-words">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
