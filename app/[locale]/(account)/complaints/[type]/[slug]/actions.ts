"use server";

import { redirect } from "next/navigation";
import { sentQuery } from "@/app/[locale]/(account)/read-sent";
import { NOTICE_FIELDS, typeOfFolder } from "@/domain/complaints/complaint";
import { NotFoundError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { sendComplaint } from "@/server/complaints/send-complaint";
import { wakeMailWorker } from "@/server/mail/mail-worker";

export const complain = action<never>({
  name: "complaints.send",
  secret: ["work"],
  run: async ({ actor, db, form }) => {
    const given = form.get("locale");
    const locale = isLocale(given) ? given : DEFAULT_LOCALE;
    const [folder, slug] = [String(form.get("folder") ?? ""), String(form.get("slug") ?? "")];
    const recordType = typeOfFolder(folder);
    if (!recordType) throw new NotFoundError("record");
    const textOf = (name: string) => form.get(name) ?? "";
    const sent = await sendComplaint(db, {
      recordType,
      slug,
      kind: textOf("kind"),
      why: textOf("why"),
      link: textOf("link"),
      email: textOf("email"),
      notice: Object.fromEntries(NOTICE_FIELDS.map((field) => [field, textOf(`notice.${field}`)])),
      locale,
      actor,
      website: textOf("website"),
      work: textOf("work"),
      from: await clientAddress(),
    });
    wakeMailWorker();
    redirect(localPath(locale, `/complaints/${folder}/${encodeURIComponent(slug)}?${sentQuery(sent)}`));
  },
});
