import aboutCy from "@/messages/cy/about.json";
import accountCy from "@/messages/cy/account.json";
import areasCy from "@/messages/cy/areas.json";
import commonCy from "@/messages/cy/common.json";
import complaintsCy from "@/messages/cy/complaints.json";
import countingCy from "@/messages/cy/counting.json";
import homeCy from "@/messages/cy/home.json";
import importsCy from "@/messages/cy/imports.json";
import leadsCy from "@/messages/cy/leads.json";
import lookUpCy from "@/messages/cy/look-up.json";
import mapCy from "@/messages/cy/map.json";
import moderationCy from "@/messages/cy/moderation.json";
import nearCy from "@/messages/cy/near.json";
import placesCy from "@/messages/cy/places.json";
import providersCy from "@/messages/cy/providers.json";
import reportsCy from "@/messages/cy/reports.json";
import securityCy from "@/messages/cy/security.json";
import sendersCy from "@/messages/cy/senders.json";
import servicesCy from "@/messages/cy/services.json";
import shareOfCareCy from "@/messages/cy/share-of-care.json";
import tipsCy from "@/messages/cy/tips.json";
import toDoCy from "@/messages/cy/to-do.json";
import about from "@/messages/en/about.json";
import account from "@/messages/en/account.json";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import complaints from "@/messages/en/complaints.json";
import counting from "@/messages/en/counting.json";
import home from "@/messages/en/home.json";
import imports from "@/messages/en/imports.json";
import leads from "@/messages/en/leads.json";
import lookUp from "@/messages/en/look-up.json";
import map from "@/messages/en/map.json";
import moderation from "@/messages/en/moderation.json";
import near from "@/messages/en/near.json";
import places from "@/messages/en/places.json";
import providers from "@/messages/en/providers.json";
import reports from "@/messages/en/reports.json";
import security from "@/messages/en/security.json";
import senders from "@/messages/en/senders.json";
import services from "@/messages/en/services.json";
import shareOfCare from "@/messages/en/share-of-care.json";
import tips from "@/messages/en/tips.json";
import toDo from "@/messages/en/to-do.json";

/** Every text of the site in English, one namespace for each file of `messages/en`. The others are measured by it. */
export const english = {
  about,
  account,
  areas,
  common,
  complaints,
  counting,
  home,
  leads,
  imports,
  "look-up": lookUp,
  map,
  moderation,
  near,
  places,
  providers,
  reports,
  security,
  senders,
  services,
  "share-of-care": shareOfCare,
  tips,
  "to-do": toDo,
};

/** What exists in Welsh so far; the shape is that of `english`, with holes. */
export const welsh = {
  about: aboutCy,
  account: accountCy,
  areas: areasCy,
  common: commonCy,
  complaints: complaintsCy,
  counting: countingCy,
  home: homeCy,
  leads: leadsCy,
  imports: importsCy,
  "look-up": lookUpCy,
  map: mapCy,
  moderation: moderationCy,
  near: nearCy,
  places: placesCy,
  providers: providersCy,
  reports: reportsCy,
  security: securityCy,
  senders: sendersCy,
  services: servicesCy,
  "share-of-care": shareOfCareCy,
  tips: tipsCy,
  "to-do": toDoCy,
};

export type Namespace = keyof typeof english;
