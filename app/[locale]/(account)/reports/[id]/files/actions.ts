"use server";

import { redirect } from "next/navigation";
import { InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { isUuid } from "@/domain/uuid";
import { action } from "@/server/action";
import { blurFile } from "@/server/files/blur-file";
import { FileError } from "@/server/files/file-fault";
import { offerFile } from "@/server/files/offer-file";
import { publishFile, unpublishFile } from "@/server/files/publish-file";
import { removeFile } from "@/server/files/remove-file";
import { saveWholeFile } from "@/server/files/save-file";

/** Back to the page that the form stands on. */
function pathOf(form: FormData): string {
  const { locale, reportId, from, back } = Object.fromEntries(form);
  const id = isUuid(reportId) ? reportId : "";
  const path =
    from === "kept"
      ? `/reports/files?${new URLSearchParams({ draft: id, back: back === "review" ? back : "", done: "files" })}`
      : `/${from === "moderation" ? from : "reports"}/${id}?done=files`;
  return localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `${path}#files`);
}

/** Takes files as a browser without scripts sends them; with scripts they come in parts (app/api/report-files). */
export const addFilesAction = action<never>({
  name: "files.add",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const reportId = String(form.get("reportId") ?? "");
    const files = form.getAll("files").filter((one): one is File => typeof one !== "string" && one.size > 0);
    if (files.length === 0) throw new InvalidInputError({ files: "file-empty" });
    for (const file of files) {
      const sent = Buffer.from(await file.arrayBuffer());
      await saveWholeFile(db, actor, { reportId, name: file.name, sent }).catch((error: unknown) => {
        if (error instanceof FileError) throw new InvalidInputError({ files: error.fault });
        throw error;
      });
    }
    redirect(pathOf(form));
  },
});

export const removeFileAction = action<never>({
  name: "files.remove",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await removeFile(db, actor, form.get("fileId"));
    redirect(pathOf(form));
  },
});

/** One part of a picture, by numbers: a browser with scripts draws it and fills them in. */
export const blurFileAction = action<never>({
  name: "files.blur",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const { fileId, left, top, width, height, how } = Object.fromEntries(form);
    const parts = [{ left, top, width, height, how: how || undefined }];
    await blurFile(db, actor, { fileId, parts }).catch((error: unknown) => {
      if (error instanceof FileError) throw new InvalidInputError({ left: error.fault });
      throw error;
    });
    redirect(pathOf(form));
  },
});

/** The author lets moderators publish a picture, or does so no more. */
export const offerFileAction = action<never>({
  name: "files.offer",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await offerFile(db, actor, Object.fromEntries(form));
    redirect(pathOf(form));
  },
});

/** A moderator puts a picture beside a source of the entry that the report made or changed. */
export const publishFileAction = action<never>({
  name: "files.publish",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await publishFile(db, actor, Object.fromEntries(form));
    redirect(pathOf(form));
  },
});

export const unpublishFileAction = action<never>({
  name: "files.unpublish",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await unpublishFile(db, actor, Object.fromEntries(form));
    redirect(pathOf(form));
  },
});
