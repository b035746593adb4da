import { Link } from "@fluentui/react-link";

/** Where the pane was opened as a page of its own. */
export function OutsideExcel() {
  return (
    <p className="note">
      This pane works beside a workbook: open it from Excel&rsquo;s Home tab, or try{" "}
      <Link href="/">the browser workbook</Link>. The functions are listed here all the same.
    </p>
  );
}
