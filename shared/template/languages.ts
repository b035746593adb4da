import { UserError } from "../define/errors.ts";

/** The languages of the template, as their speakers call them. */
export const TEMPLATE_LANGUAGES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  nl: "Nederlands",
  pt: "Português",
  zh: "中文",
} as const;

export type TemplateLanguage = keyof typeof TEMPLATE_LANGUAGES;

/** Throws a `UserError` that names the known languages. */
export function templateLanguage(asked: string): TemplateLanguage {
  const language = asked.trim().toLowerCase();
  if (Object.hasOwn(TEMPLATE_LANGUAGES, language)) return language as TemplateLanguage;
  const known = Object.entries(TEMPLATE_LANGUAGES).map(([code, name]) => `${code} (${name})`);
  throw new UserError(`language: "${asked.slice(0, 40)}" is not known; it must be one of ${known.join(", ")}.`);
}

/** The language of the template for someone whose program speaks `locale`, such as "pt-BR"; English for any other. */
export function templateLanguageOf(locale: string): TemplateLanguage {
  const language = locale.slice(0, 2).toLowerCase();
  return Object.hasOwn(TEMPLATE_LANGUAGES, language) ? (language as TemplateLanguage) : "en";
}
