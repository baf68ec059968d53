import { getMessages, getTranslations } from "next-intl/server";
import {
  addFilesAction,
  blurFileAction,
  removeFileAction,
} from "@/app/[locale]/(account)/reports/[id]/files/actions";
import { PictureStanding } from "@/app/[locale]/(account)/reports/[id]/files/picture-standing";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { FileUploads } from "@/components/files/file-uploads";
import { HidePart } from "@/components/files/hide-part";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadFiles } from "@/server/files/load-files";

type Props = {
  /** Of a report, or the id that one is kept under that is not sent yet. */
  reportId: string;
  locale: string;
  path: string;
  /** The page that its forms lead back to, where that is not the report's own. */
  from?: "moderation" | "kept";
  /** Of a report that is not sent yet, the page of it that comes after this one. */
  back?: string;
};

/** The files of a report, with what whoever looks may do with them. Nothing where there are none and none can be added. */
export async function ReportFiles({ reportId, locale, path, from, back = "" }: Props) {
  const { files, canChange, canHide, canOffer, publishing } = await loadFiles(
    getDb(),
    await currentActor(),
    reportId,
  );
  if (files.length === 0 && !canChange) return null;
  const t = await getTranslations("reports.files");
  const { reports } = await getMessages();
  const words = { ...(await smallFormWords()), text: reports.files };
  const of = { locale, reportId, ...(from ? { from, back } : {}) };
  return (
    <Section id="files" title={t("title")} note={canChange ? t("note") : undefined}>
      <ul className="max-w-line space-y-6">
        {files.map((file) => {
          const { id, name, kind, bytes, width, height } = file;
          const hidden = { ...of, fileId: id };
          const src = `/api/files/${id}?${bytes}`;
          const size = `${Math.max(1, Math.round(bytes / 1024))} KB`;
          return (
            <li key={id} className="space-y-3">
              {kind === "photograph" && width && height ? (
                <>
                  {/* biome-ignore lint/performance/noImgElement: seen by few, and the site has no optimiser */}
                  <img
                    src={src}
                    alt={t("alt", { name })}
                    width={width}
                    height={height}
                    loading="lazy"
                    className="h-auto max-w-full"
                  />
                  {canHide ? (
                    <HidePart
                      action={blurFileAction}
                      path={path}
                      words={words}
                      hidden={hidden}
                      picture={{ id, name, src, width, height }}
                    />
                  ) : null}
                  <PictureStanding
                    file={file}
                    of={{ canOffer, publishing }}
                    path={path}
                    words={words}
                    hidden={hidden}
                  />
                </>
              ) : (
                <p>
                  <a href={src}>{t("save", { name, size })}</a>
                </p>
              )}
              {canChange ? (
                <SmallForm
                  action={removeFileAction}
                  path={path}
                  words={words}
                  hidden={hidden}
                  button={t("remove", { name })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {canChange ? (
        <>
          <p className="my-4 max-w-line">{t("people")}</p>
          <FileUploads action={addFilesAction} path={path} words={words} hidden={of} />
        </>
      ) : null}
    </Section>
  );
}
