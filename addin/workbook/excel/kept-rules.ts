/** A conditional format by a formula. Of the other kinds we make none. */
export interface KeptRule {
  /** One block after another: a rule gets several where the buyer copies or moves lines. */
  readonly areas: readonly string[];
  readonly formula: string;
  readonly text: string;
  readonly fill: string;
}

/** Excel takes addresses of several areas up to 8,192 characters. */
const ADDRESS_LIMIT = 8000;

/** "Sheet1!A1:B4, 'It''s, mine'!D1:D4" as the blocks alone. */
const areasOf = (address: string): string[] =>
  address
    .replace(/(?:'(?:[^']|'')*'|[^'!,]+)!/g, "")
    .split(",")
    .map((area) => area.trim());

/**
 * The rules of a sheet; undefined where Excel cannot tell them: it fails on rules that its own undo brought back (office-js
 * issue 6396) and on two rules of the same cells (6827, 6835, 5222). Asks for every area of a rule, because asking for
 * its one range throws where it has several.
 */
export function takeRules(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<KeptRule[] | undefined> {
  return readRules(context, worksheet).catch(() => undefined);
}

async function readRules(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<KeptRule[]> {
  const formats = worksheet.getRange().conditionalFormats;
  formats.load("items/type");
  await context.sync();
  const found = formats.items
    .filter(({ type }) => type === "Custom")
    .map((format) => {
      const ranges = format.getRanges();
      ranges.load("address");
      format.load("custom/rule/formula,custom/format/font/color,custom/format/fill/color");
      return { ranges, format };
    });
  if (found.length > 0) await context.sync();
  return found.map(({ ranges, format: { custom: rule } }) => ({
    areas: areasOf(ranges.address),
    formula: rule.rule.formula,
    text: rule.format.font.color,
    fill: rule.format.fill.color,
  }));
}

/** Addresses of several areas, each as long as Excel takes it. */
export function joinedAreas(areas: readonly string[]): string[] {
  const joined: string[] = [];
  for (const area of areas) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + area.length < ADDRESS_LIMIT) joined[joined.length - 1] = `${last},${area}`;
    else joined.push(area);
  }
  return joined;
}

/** Puts rules back on a cleared sheet. */
export function restoreRules(worksheet: Excel.Worksheet, kept: readonly KeptRule[]): void {
  for (const { areas, formula, text, fill } of kept)
    for (const address of joinedAreas(areas)) {
      const { custom } = worksheet.getRanges(address).conditionalFormats.add("Custom");
      custom.rule.formula = formula;
      custom.format.font.color = text;
      custom.format.fill.color = fill;
    }
}
