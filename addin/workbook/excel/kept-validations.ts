/** Cells below each other in one column that have one data validation. */
export interface KeptValidation {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly rule: Excel.DataValidationRule;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly prompt: Excel.DataValidationPrompt;
  readonly ignoreBlanks: boolean;
}

interface Block {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells that do not all have the same validation. */
const MIXED: readonly string[] = ["Inconsistent", "MixedCriteria"];

function halves({ top, left, rows, columns }: Block): Block[] {
  const [above, before] = [rows >> 1, columns >> 1];
  return columns > 1
    ? [
        { top, left, rows, columns: before },
        { top, left: left + before, rows, columns: columns - before },
      ]
    : [
        { top, left, rows: above, columns },
        { top: top + above, left, rows: rows - above, columns },
      ];
}

/** Excel tells the kinds of rule that do not apply as null, and wants to be told of none. */
const given = (rule: Excel.DataValidationRule): Excel.DataValidationRule =>
  Object.fromEntries(Object.entries(rule).filter(([, part]) => part !== null));

/** Joins what was halved on the way and is alike. */
function joined(found: readonly KeptValidation[]): KeptValidation[] {
  const alike = ({ rule, errorAlert, prompt, ignoreBlanks }: KeptValidation): string =>
    JSON.stringify([rule, errorAlert, prompt, ignoreBlanks]);
  const whole: KeptValidation[] = [];
  for (const one of [...found].sort((a, b) => a.left - b.left || a.top - b.top)) {
    const last = whole.at(-1);
    if (last?.left === one.left && last.top + last.rows === one.top && alike(last) === alike(one))
      whole[whole.length - 1] = { ...last, rows: last.rows + one.rows };
    else whole.push(one);
  }
  return whole;
}

/** The data validation of a block of cells. A block whose cells differ is halved until they do not. */
export async function takeValidations(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  whole: Block,
): Promise<KeptValidation[]> {
  const found: KeptValidation[] = [];
  for (let open = whole.rows * whole.columns > 0 ? [whole] : []; open.length > 0;) {
    const asked = open.map((block) => {
      const { dataValidation } = worksheet.getRangeByIndexes(block.top, block.left, block.rows, block.columns);
      dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks");
      return { block, dataValidation };
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- what to ask next depends on the answer
    await context.sync();
    open = [];
    for (const { block, dataValidation } of asked) {
      const { type, rule, errorAlert, prompt, ignoreBlanks } = dataValidation;
      if (type === "None") continue;
      if (block.columns > 1 || (MIXED.includes(type) && block.rows > 1)) open.push(...halves(block));
      else found.push({ ...block, rule: given(rule), errorAlert, prompt, ignoreBlanks });
    }
  }
  return joined(found);
}

/** Puts data validation back on cleared cells. */
export function restoreValidations(worksheet: Excel.Worksheet, kept: readonly KeptValidation[]): void {
  for (const { top, left, rows, rule, errorAlert, prompt, ignoreBlanks } of kept) {
    const { dataValidation } = worksheet.getRangeByIndexes(top, left, rows, 1);
    dataValidation.ignoreBlanks = ignoreBlanks;
    dataValidation.rule = rule;
    dataValidation.errorAlert = errorAlert;
    dataValidation.prompt = prompt;
  }
}
