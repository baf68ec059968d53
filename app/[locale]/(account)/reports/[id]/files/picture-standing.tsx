import { useTranslations } from "next-intl";
import {
  offerFileAction,
  publishFileAction,
  unpublishFileAction,
} from "@/app/[locale]/(account)/reports/[id]/files/actions";
import { LocalLink } from "@/components/layout/local-link";
import { SmallForm, type SmallFormWords } from "@/components/reports/small-form";
import type { FileRead, FilesRead } from "@/server/files/load-files";

type Props = {
  file: FileRead;
  of: Pick<FilesRead, "canOffer" | "publishing">;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
};

/** Whether a picture is public or may be, with what whoever looks can do about that: its author offers it, a moderator publishes it. */
export function PictureStanding({ file, of: { canOffer, publishing }, path, words, hidden }: Props) {
  const t = useTranslations("reports.files");
  const { name } = file;
  const seen = { ...hidden, version: String(file.version) };
  const form = { path, words };
  if (file.isPublished && (canOffer || publishing))
    return (
      <>
        <p>
          {t("isPublic")}{" "}
          {publishing ? <LocalLink href={publishing.path}>{publishing.name}</LocalLink> : null}
        </p>
        <SmallForm {...form} action={unpublishFileAction} hidden={seen} button={t("takeOff", { name })} />
      </>
    );
  if (canOffer)
    return (
      <SmallForm
        {...form}
        action={offerFileAction}
        hidden={{ ...seen, offer: file.isOffered ? "no" : "yes" }}
        note={file.isOffered ? t("offered") : t("offerNote")}
        button={file.isOffered ? t("offerNot", { name }) : t("offer", { name })}
      />
    );
  if (!publishing) return null;
  if (!file.isOffered) return <p className="max-w-line text-ink-soft">{t("notOffered")}</p>;
  return (
    <SmallForm
      {...form}
      action={publishFileAction}
      hidden={seen}
      note={t("publishNote", { entry: publishing.name })}
      fields={[
        {
          kind: "select",
          id: `sourceId-${file.id}`,
          name: "sourceId",
          label: t("sourceId"),
          options: publishing.sources.map(({ id, title }) => ({ value: id, label: title })),
        },
        { kind: "line", id: `shows-${file.id}`, name: "shows", label: t("shows"), hint: t("showsHint") },
      ]}
      button={t("publish", { name })}
    />
  );
}
