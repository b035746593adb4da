import type { Words } from "./concept.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import { zh } from "./zh.ts";

/** The words of every language, looked up together: a workbook may mix them. */
export const WORDS: readonly Words[] = [en, de, fr, es, zh, it, nl, pt];
