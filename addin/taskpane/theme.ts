/** Follows Office's theme where Excel tells it (`isDarkTheme`); otherwise the style sheet follows the system's. */
export async function followTheme(page: HTMLElement): Promise<void> {
  if (typeof Office === "undefined") return;
  await Office.onReady();
  // Excel on the web and older desktops give no theme.
  const theme = Office.context?.officeTheme as Office.OfficeTheme | undefined;
  if (theme?.isDarkTheme !== undefined) page.dataset.theme = theme.isDarkTheme ? "dark" : "light";
}
