export { PersonalLayout as default } from "@/app/[locale]/(account)/personal-layout";
