import type { TemplateLanguage } from "../languages.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import type { TemplateWords } from "./words.ts";
import { zh } from "./zh.ts";

/** The template's words by language. */
export const TEMPLATE_WORDS: Readonly<Record<TemplateLanguage, TemplateWords>> = { en, de, fr, es, it, nl, pt, zh };
