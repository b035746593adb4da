import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { blockFont } from "./block-font.ts";

interface Guise {
  /** How wide every character is, in em; the page's own fonts where there is none. */
  readonly width?: number;
  /** Letter spacing that a reader adds, in em. */
  readonly spacing?: number;
  /** How many times as large the text is. */
  readonly scale?: number;
}

/**
 * What a reader's machine may make of our text. Text fonts in use average 0.4 em (condensed) to 0.6 em (Verdana, fixed
 * pitch) a character; 0.12 em is the letter spacing of WCAG 2.2, success criterion 1.4.12, and twice the size that of
 * 1.4.4.
 */
export const GUISES: Readonly<Record<string, Guise>> = {
  "this machine's fonts": {},
  "the widest font": { width: 0.68 },
  "the narrowest font": { width: 0.3 },
  "a wide font with letter spacing": { width: 0.6, spacing: 0.12 },
  "twice the text size": { width: 0.5, scale: 2 },
};

/** Makes the page look so, until it is made to look otherwise. Fonts and rules come by script: no policy governs them. */
async function dress(page: Page, { width, spacing = 0, scale = 1 }: Guise): Promise<void> {
  const family = width === undefined ? "" : `block-${width * 100}`;
  const font = width === undefined ? "" : blockFont(width, family).toString("base64");
  await page.evaluate(
    async ({ family, font, spacing, scale }) => {
      const rules: string[] = [];
      if (family) {
        const bytes = Uint8Array.from(atob(font), (letter) => letter.charCodeAt(0));
        document.fonts.add(await new FontFace(family, bytes).load());
        rules.push(`font-family: "${family}" !important;`);
      }
      if (spacing) rules.push(`letter-spacing: ${spacing}em !important;`);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`*, ::before, ::after { ${rules.join(" ")} }`);
      document.adoptedStyleSheets = [sheet];
      // All measured before any is changed: sizes are inherited.
      const all = [...document.querySelectorAll<HTMLElement | SVGElement>("body, body *")];
      for (const { style } of all) for (const name of ["font-size", "line-height"]) style.removeProperty(name);
      if (scale === 1) return;
      const sizes = all.map((element) => {
        const { fontSize, lineHeight } = getComputedStyle(element);
        return [parseFloat(fontSize) * scale, parseFloat(lineHeight) * scale] as const;
      });
      all.forEach(({ style }, i) => {
        style.setProperty("font-size", `${sizes[i]![0]}px`, "important");
        if (sizes[i]![1]) style.setProperty("line-height", `${sizes[i]![1]}px`, "important");
      });
    },
    { family, font, spacing, scale },
  );
}

/** The outermost elements that end beyond the window's right edge, and by how much the page is too wide. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const named = out.filter((element) => !out.includes(element.parentElement!)).slice(0, 4);
    return [`${scrollWidth - clientWidth} px too wide`, ...named.map(({ outerHTML }) => outerHTML.slice(0, 160))];
  });
}

/** Nothing sticks out of the window, whatever the reader's fonts, spacing and text size. */
export async function assertFits(page: Page, where: string): Promise<void> {
  const wrongs: string[] = [];
  for (const [name, guise] of Object.entries(GUISES)) {
    await dress(page, guise);
    const wide = await tooWide(page);
    if (wide.length > 0) wrongs.push(`${where}, in ${name}: ${wide.join(" | ")}`);
  }
  await dress(page, {});
  assert.deepEqual(wrongs, []);
}
