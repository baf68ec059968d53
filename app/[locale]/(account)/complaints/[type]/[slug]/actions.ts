"use server";

import { redirect } from "next/navigation";
import { typeOfFolder } from "@/domain/complaints/complaint";
import { NotFoundError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { sendComplaint } from "@/server/complaints/send-complaint";
import { wakeMailWorker } from "@/server/mail/mail-worker";

export const complain = action<never>({
  name: "complaints.send",
  run: async ({ db, form }) => {
    const given = form.get("locale");
    const locale = isLocale(given) ? given : DEFAULT_LOCALE;
    const [folder, slug] = [String(form.get("folder") ?? ""), String(form.get("slug") ?? "")];
    const recordType = typeOfFolder(folder);
    if (!recordType) throw new NotFoundError("record");
    const [kind, why, email] = [form.get("kind") ?? "", form.get("why") ?? "", form.get("email") ?? ""];
    const typed = { kind, why, email, website: form.get("website") };
    await sendComplaint(db, { recordType, slug, ...typed, locale, from: await clientAddress() });
    wakeMailWorker();
    redirect(localPath(locale, `/complaints/${folder}/${encodeURIComponent(slug)}?sent=yes`));
  },
});
