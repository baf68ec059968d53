import { getMessages, getTranslations } from "next-intl/server";
import { rowChoices } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/row-choices";
import { editAllRowsAction, startAgainAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { AskedForm } from "@/components/imports/asked-form";
import { LayoutForm } from "@/components/imports/layout-form";
import { WHOLE_LIST_COLUMNS } from "@/domain/imports/whole-list";
import type { ImportRead } from "@/server/imports/engine/load-import";

type Props = { read: ImportRead; hidden: Readonly<Record<string, string>>; path: string };

/** What an importer can say of a list as a whole: where in its file it is, and what is the same in all rows. */
export async function ListForms({ read, hidden, path }: Props) {
  const t = await getTranslations("imports.one");
  const { imports, services } = await getMessages();
  const words = await importFormWords();
  const { layout, fileName } = read;
  const { options } = rowChoices([], {}, services, imports.row);
  const sheets = (layout?.sheets ?? []).map(({ name, isHidden }) => ({
    value: name,
    label: t("layoutSheet", { name, isHidden: String(isHidden) }),
  }));
  const isRead = ({ value }: { value: string }) => value === layout?.sheet;
  return (
    <>
      {layout ? (
        <LayoutForm
          action={startAgainAction}
          path={path}
          words={words}
          hidden={{ ...hidden, because: t("layoutBecause") }}
          text={imports.new}
          summary={t("layoutTitle")}
          note={t("layoutNote")}
          send={t("layoutSend")}
          sheets={[...sheets.filter(isRead), ...sheets.filter((sheet) => !isRead(sheet))]}
          heading={String(layout.heading)}
          withHidden={layout.withHidden}
          isPasted={fileName === null}
        />
      ) : null}
      <AskedForm
        action={editAllRowsAction}
        path={path}
        words={words}
        hidden={hidden}
        summary={t("wholeTitle")}
        note={t("wholeNote")}
        fields={WHOLE_LIST_COLUMNS.map((column) => {
          const choices = options[column];
          const field = { id: `whole-${column}`, name: column, label: imports.columns[column] };
          return choices ? { ...field, kind: "select", options: choices } : { ...field, kind: "line" };
        })}
        button={t("wholeSend")}
      />
    </>
  );
}
