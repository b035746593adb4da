import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import type { Language } from "./language.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import { zh } from "./zh.ts";

/** All languages are tried together: a workbook may mix them. */
export const LANGUAGES: readonly Language[] = [en, de, fr, es, zh, it, nl, pt];
