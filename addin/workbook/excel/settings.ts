import { UserError } from "../../../shared/define/errors.ts";

/** A small text stored in the workbook's document settings. */
export function remembered(key: string): string | undefined {
  const text: unknown = Office.context.document.settings.get(key);
  return typeof text === "string" ? text : undefined;
}

export function remember(key: string, text: string): Promise<void> {
  const { settings } = Office.context.document;
  settings.set(key, text);
  return new Promise((resolve, reject) => {
    settings.saveAsync(({ status, error }) => {
      // A read-only workbook keeps its settings only as long as it is open.
      if (String(status) === "succeeded") resolve();
      else reject(new UserError(`Excel did not save the settings with this workbook (${error.message}).`));
    });
  });
}
